using System.Text;

namespace Redaction.Documents.Pdf;

/// <summary>Strings that are text (ISO 32000-2 section 7.9.2.2): PDFDocEncoding, UTF-16 or UTF-8.</summary>
internal static class PdfTextString
{
    /// <summary>Bytes 24 to 31 and 128 to 159 of PDFDocEncoding (annex D.2); the others are as in Latin 1.</summary>
    private const string Low = "\u02D8\u02C7\u02C6\u02D9\u02DD\u02DB\u02DA\u02DC",
        High = "\u2022\u2020\u2021\u2026\u2014\u2013\u0192\u2044\u2039\u203A\u2212\u2030\u201E\u201C\u201D\u2018"
            + "\u2019\u201A\u2122\uFB01\uFB02\u0141\u0152\u0160\u0178\u017D\u0131\u0142\u0153\u0161\u017E\uFFFD\u20AC";

    /// <summary>The text; null where the bytes are none.</summary>
    public static string? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith<byte>([0xFE, 0xFF])) return Wide(bytes[2..], Encoding.BigEndianUnicode);
        if (bytes.StartsWith<byte>([0xFF, 0xFE])) return Wide(bytes[2..], Encoding.Unicode);
        if (bytes.StartsWith<byte>([0xEF, 0xBB, 0xBF])) return Utf8(bytes[3..]);
        if (bytes.ContainsAnyExceptInRange((byte)32, (byte)126) && Utf8(bytes) is { } utf8 && utf8.Length < bytes.Length) return utf8;
        var text = new StringBuilder(bytes.Length);
        foreach (var b in bytes)
        {
            if (b is < 32 and not (8 or 9 or 10 or 12 or 13) and < 24 or 127 or 159) return null;
            text.Append(b is >= 24 and < 32 ? Low[b - 24] : b is >= 128 and <= 160 ? High[b - 128] : (char)b);
        }
        return text.ToString();
    }

    /// <summary>Text in Latin letters as one byte a character, any other as UTF-16.</summary>
    public static byte[] Write(string text)
    {
        foreach (var c in text)
            if (c is not (>= ' ' and <= '~' or '\n' or '\r' or '\t'))
                return [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)];
        return Encoding.ASCII.GetBytes(text);
    }

    private static string? Wide(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        var text = encoding.GetString(bytes[..(bytes.Length & ~1)]);
        foreach (var c in text)
            if (c is < ' ' and not ('\t' or '\n' or '\r' or '\f' or '\b' or '\u001B')) return null;
        return text;
    }

    private static string? Utf8(ReadOnlySpan<byte> bytes)
    {
        if (!System.Text.Unicode.Utf8.IsValid(bytes)) return null;
        foreach (var b in bytes)
            if (b is < 32 and not (8 or 9 or 10 or 12 or 13)) return null;
        return Encoding.UTF8.GetString(bytes);
    }
}
