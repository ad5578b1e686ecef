namespace Redaction.Documents.Pdf;

/// <summary>Filters that write bytes as letters, and runs of equal bytes (ISO 32000-2 section 7.4.2, 7.4.3, 7.4.5).</summary>
internal static class PdfAscii
{
    public static byte[] FromHex(ReadOnlySpan<byte> data)
    {
        var read = new List<byte>(data.Length / 2);
        var high = -1;
        foreach (var c in data)
        {
            if (c == '>') break;
            if (!char.IsAsciiHexDigit((char)c)) continue;
            var value = Convert.ToInt32(((char)c).ToString(), 16);
            if (high < 0) high = value;
            else
            {
                read.Add((byte)(high * 16 + value));
                high = -1;
            }
        }
        if (high >= 0) read.Add((byte)(high * 16));
        return [.. read];
    }

    public static byte[] From85(ReadOnlySpan<byte> data)
    {
        var read = new List<byte>(data.Length);
        Span<uint> group = stackalloc uint[5];
        var count = 0;
        foreach (var c in data)
        {
            if (c == '~') break;
            if (c == 'z' && count == 0) read.AddRange([0, 0, 0, 0]);
            if (c is < (byte)'!' or > (byte)'u') continue;
            group[count++] = (uint)(c - '!');
            if (count < 5) continue;
            Put(group, 4, read);
            count = 0;
        }
        if (count > 1)
        {
            group[count..].Fill(84);
            Put(group, count - 1, read);
        }
        return [.. read];
    }

    private static void Put(ReadOnlySpan<uint> group, int bytes, List<byte> read)
    {
        uint value = 0;
        foreach (var digit in group) value = unchecked(value * 85 + digit);
        for (var i = 0; i < bytes; i++) read.Add((byte)(value >> (24 - 8 * i)));
    }

    public static byte[] FromRuns(ReadOnlySpan<byte> data, int most = PdfFilters.Largest)
    {
        var read = new MemoryStream();
        for (var i = 0; i < data.Length && data[i] != 128;)
        {
            var length = data[i++];
            if (length < 128)
            {
                var run = Math.Min(length + 1, data.Length - i);
                read.Write(data.Slice(i, run));
                i += run;
            }
            else if (i < data.Length)
            {
                for (var n = 0; n < 257 - length; n++) read.WriteByte(data[i]);
                i++;
            }
            if (read.Length > most) throw PdfFilters.TooLarge(most);
        }
        return read.ToArray();
    }
}
