namespace Redaction.Documents.Pdf;

/// <summary>The LZW filter (ISO 32000-2 section 7.4.4).</summary>
internal static class PdfLzw
{
    private const int Clear = 256, End = 257, First = 258, Most = 4096;

    public static byte[] Decode(ReadOnlySpan<byte> data, bool isEarly, int most = PdfFilters.Largest)
    {
        var output = new MemoryStream();
        var prefix = new int[Most];
        var last = new byte[Most];
        var text = new byte[Most + 1];
        var (next, width, previous, early) = (First, 9, -1, isEarly ? 1 : 0);
        var (bits, count) = (0, 0);
        byte head = 0;
        foreach (var b in data)
        {
            bits = (bits << 8) | b;
            count += 8;
            if (count < width) continue;
            count -= width;
            var code = (bits >> count) & ((1 << width) - 1);
            bits &= (1 << count) - 1;
            if (code == End) break;
            if (code == Clear)
            {
                (next, width, previous) = (First, 9, -1);
                continue;
            }
            if (code > next || (code == next && previous < 0)) break; // broken: what was read so far counts
            var length = 0;
            var at = code;
            if (code == next)
            {
                text[Most - length++] = head;
                at = previous;
            }
            while (at >= First)
            {
                text[Most - length++] = last[at];
                at = prefix[at];
            }
            head = (byte)at;
            text[Most - length++] = head;
            output.Write(text.AsSpan(Most - length + 1, length));
            if (output.Length > most) throw PdfFilters.TooLarge(most);
            if (previous >= 0 && next < Most)
            {
                (prefix[next], last[next]) = (previous, head);
                next++;
            }
            previous = code;
            width = next + early >= 2048 ? 12 : next + early >= 1024 ? 11 : next + early >= 512 ? 10 : 9;
        }
        return output.ToArray();
    }
}
