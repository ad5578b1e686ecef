using System.Buffers;
using System.Globalization;

namespace Redaction;

/// <summary>
/// Finds pictures, sound and other data that stand in a text as base64, hexadecimal, escaped bytes of a URI, uuencoded or in ASCII85:
/// no text detector can look into them.
/// </summary>
internal static class OpaqueData
{
    /// <summary>What the ledger calls it.</summary>
    public const string Kind = "opaque-data";

    /// <summary>Fewest characters; less shows nobody.</summary>
    public const int Shortest = 128;

    /// <summary>More than this is not decoded by any detector, even if it is text.</summary>
    private const int Longest = 1 << 20;

    private const int LongestHeader = 128;

    /// <summary>
    /// The marker of a data URI, and how the usual kinds of files begin: PNG, JPEG, GIF, RIFF, PDF, TIFF, MP4, Ogg, MP3, ZIP, gzip, OLE,
    /// Matroska, FLAC, 7z, RAR, xz, bzip2, Zstandard, Photoshop, icons, JPEG 2000, SQLite; the same in hexadecimal.
    /// </summary>
    private static readonly SearchValues<string> s_heads = SearchValues.Create(
        ["base64,", "iVBORw0KGgo",
            "/9j/", "R0lGOD", "UklGR", "JVBERi0", "SUkqA", "TU0AK", "AAAAGGZ0eX", "AAAAHGZ0eX", "AAAAIGZ0eX", "T2dnUw",
            "SUQz", "UEsDB", "H4sI", "0M8R4KGx", "Base64,", "BASE64,", "base64%2C", "base64%2c", "AAAAFGZ0eX", "AAAAJGZ0eX", "AAAAKGZ0eX",
            "AAAALGZ0eX", "GkXfo", "ZkxhQ", "//uQ", "//vQ", "N3q8r", "UmFyIR", "/Td6WF", "QlpoOT", "KLUv", "OEJQUw", "AAABAA", "AAAADGpQ",
            "U1FMaXRl", "Qk0", "ffd8ff", "FFD8FF", "89504e47", "89504E47", "47494638", "25504446", "504b0304", "504B0304", "52494646",
            "data:", "%89PNG", "%FF%D8%FF", "%ff%d8%ff", "begin "],
        StringComparison.Ordinal);

    /// <summary>How Ascii85 begins; apart from the others, whose search would take several times as long with it.</summary>
    private const string Ascii85 = "<~";

    /// <summary>So long a run is data, however it begins; a signature or a key is shorter.</summary>
    private const int LongRun = 1024;

    private static readonly SearchValues<char> s_zeros = SearchValues.Create("A=\r\n \t");

    private static readonly SearchValues<char> s_noUri = SearchValues.Create(" \r\n\t\"'<>");

    private static readonly SearchValues<char> s_run =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_=\r\n");

    /// <summary>Where data may begin, at or after a place; -1 when nowhere.</summary>
    /// <param name="text">The text.</param>
    /// <param name="from">The place.</param>
    /// <param name="form">How the data is written.</param>
    public static int NextStart(ReadOnlySpan<char> text, int from, out OpaqueForm form)
    {
        var run = NextRun(text, from);
        for (var head = from; head < text.Length; head++)
        {
            var step = NextHead(text[head..]);
            if (step < 0 || (run >= 0 && run < head + step)) break;
            head += step;
            form = FormOf(text[head..]);
            if (BodyStart(text, head, form) is >= 0 and var start) return start;
        }
        form = OpaqueForm.Base64;
        return run;
    }

    private static int NextHead(ReadOnlySpan<char> text)
    {
        var head = text.IndexOfAny(s_heads);
        var coded = (head < 0 ? text : text[..head]).IndexOf(Ascii85);
        return coded >= 0 ? coded : head;
    }

    private static OpaqueForm FormOf(ReadOnlySpan<char> head) => head[0] switch
    {
        '%' => OpaqueForm.Percent,
        'd' => OpaqueForm.Percent,
        '<' => OpaqueForm.Ascii85,
        'b' when head[1] == 'e' => OpaqueForm.Uuencode,
        _ => OpaqueForm.Base64,
    };

    /// <summary>Where the data begins that a head announces; -1 where the head stands in something else.</summary>
    private static int BodyStart(ReadOnlySpan<char> text, int head, OpaqueForm form)
    {
        var rest = text[head..];
        switch (form)
        {
            case OpaqueForm.Percent:
                return rest[0] == '%' ? head : Behind(head, UriData(rest));
            case OpaqueForm.Uuencode:
                return Behind(head, head == 0 || text[head - 1] is '\n' or '\r' or ' ' or '>' ? UuencodeBody(rest) : 0);
            case OpaqueForm.Ascii85:
                return head + 2;
            default:
                if (rest.StartsWith("base64", StringComparison.OrdinalIgnoreCase)) return head + (rest[6] == ',' ? 7 : 9);
                var isInWord = head > 0 && text[head - 1] != '%' && OpaqueRun.Alphabet(form).Contains(text[head - 1]);
                return !isInWord || IsHex(text, head) ? head : -1;
        }
    }

    private static int Behind(int head, int length) => length > 0 ? head + length : -1;

    /// <summary>Length of <c>data:image/png,</c> before bytes that are not in base64; 0 when it is something else.</summary>
    private static int UriData(ReadOnlySpan<char> uri)
    {
        var header = uri[..Math.Min(uri.Length, LongestHeader)];
        var comma = header.IndexOf(',');
        if (comma < 0) return 0;
        header = header[..comma];
        return header.Contains('/') && !header.ContainsAny(s_noUri)
            && !header.EndsWith("base64", StringComparison.OrdinalIgnoreCase) ? comma + 1 : 0;
    }

    /// <summary>Length of <c>begin 644 name</c> with its line end; 0 when it is something else.</summary>
    private static int UuencodeBody(ReadOnlySpan<char> text)
    {
        var line = text[..Math.Min(text.Length, LongestHeader)];
        var end = line.IndexOf('\n');
        if (end < 11) return 0;
        var mode = line[6..end];
        var digits = mode.IndexOfAnyExceptInRange('0', '7');
        return digits is 3 or 4 && mode[digits] == ' ' ? end + 1 : 0;
    }

    /// <summary>Bytes in hexadecimal may stand behind an <c>x</c>: 0xFFD8, \\xffd8.</summary>
    private static bool IsHex(ReadOnlySpan<char> text, int at) => text[at - 1] == 'x' && char.IsAsciiHexDigit(text[at]);

    /// <summary>Data has most signs of its alphabet; a row of one letter has not.</summary>
    private static bool IsVaried(ReadOnlySpan<char> run)
    {
        UInt128 seen = 0;
        foreach (var c in run) seen |= UInt128.One << (c & 0x7F);
        return UInt128.PopCount(seen) >= 14;
    }

    /// <summary>Where a run begins that is too long for anything but data; looks at every 512th character only.</summary>
    private static int NextRun(ReadOnlySpan<char> text, int from)
    {
        for (var probe = from + LongRun - 1; probe < text.Length; probe += LongRun / 2)
        {
            var start = probe - LongRun / 2 + 1;
            if (!s_run.Contains(text[probe]) || text[start..probe].ContainsAnyExcept(s_run)) continue;
            while (start > from && s_run.Contains(text[start - 1])) start--;
            while (start < text.Length && text[start] is '\r' or '\n') start++;
            var line = 0;
            var end = OpaqueRun.End(text, start, OpaqueForm.Base64, ref line);
            if (end - start >= LongRun && IsVaried(text[start..(start + LongRun)]) && IsBinary(text[start..end], OpaqueForm.Base64))
                return start;
            probe = Math.Max(probe, end);
        }
        return -1;
    }

    /// <summary>The data at or after a place; an empty span when there is none.</summary>
    public static TextSpan Find(ReadOnlySpan<char> text, int from)
    {
        if (text.Length - from < Shortest) return default;
        for (var start = NextStart(text, from, out var form); start >= 0; start = NextStart(text, start, out form))
        {
            var line = 0;
            var end = OpaqueRun.End(text, start, form, ref line);
            if (end - start >= Shortest && IsBinary(text[start..end], form)) return TextSpan.FromBounds(start, end);
            start = Math.Max(end, start + 1);
        }
        return default;
    }

    /// <summary>True for what is no readable text once it is decoded.</summary>
    /// <param name="data">The data, or a piece of it.</param>
    /// <param name="form">How it is written.</param>
    public static bool IsBinary(ReadOnlySpan<char> data, OpaqueForm form)
    {
        if (!data.ContainsAnyExcept(s_zeros)) return false; // what was erased
        return form switch
        {
            OpaqueForm.Percent => HoldsBytes(data),
            OpaqueForm.Uuencode or OpaqueForm.Ascii85 => true, // no detector reads them, text or not
            _ => IsBinaryBase64(data),
        };
    }

    /// <summary>Escaped bytes that no UTF-8 text has.</summary>
    private static bool HoldsBytes(ReadOnlySpan<char> data)
    {
        for (var at = 0; data[at..].IndexOf('%') is >= 0 and var step; at++)
        {
            at += step;
            if (at + 2 >= data.Length) return false;
            if (!byte.TryParse(data.Slice(at + 1, 2), NumberStyles.AllowHexSpecifier, null, out var value)) continue;
            if (value is (< 32 and not ((byte)'\t' or (byte)'\n' or (byte)'\r')) or 0xC0 or 0xC1 or >= 0xF5) return true;
        }
        return false;
    }

    private static bool IsBinaryBase64(ReadOnlySpan<char> data)
    {
        if (data.Length > Longest) return true;
        Span<char> group = stackalloc char[512];
        Span<byte> bytes = stackalloc byte[384];
        var count = 0;
        foreach (var c in data)
        {
            if (!OpaqueRun.Alphabet(OpaqueForm.Base64).Contains(c)) continue;
            if (c == '%') return HoldsEscape(data);
            group[count++] = c switch { '-' => '+', '_' => '/', _ => c };
            if (count < group.Length) continue;
            if (HoldsControls(group, bytes)) return true;
            count = 0;
        }
        return HoldsControls(group[..(count & ~3)], bytes);
    }

    /// <summary>Base64 in a URI, its signs escaped once more.</summary>
    private static bool HoldsEscape(ReadOnlySpan<char> data) => data.Contains("%2B", StringComparison.OrdinalIgnoreCase)
        || data.Contains("%2F", StringComparison.OrdinalIgnoreCase) || data.Contains("%0", StringComparison.Ordinal);

    private static bool HoldsControls(ReadOnlySpan<char> group, Span<byte> bytes)
    {
        if (!Convert.TryFromBase64Chars(group, bytes, out var written)) return false; // a word that only looks like it
        foreach (var b in bytes[..written])
            if (b is < 32 and not ((byte)'\t' or (byte)'\n' or (byte)'\r')) return true;
        return false;
    }
}
