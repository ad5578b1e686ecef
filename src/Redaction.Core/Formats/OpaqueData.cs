using System.Buffers;

namespace Redaction;

/// <summary>
/// Finds pictures, sound and other data that stand in a text as base64 (RFC 2397 and 4648): no text detector can look into them.
/// </summary>
internal static class OpaqueData
{
    /// <summary>What the ledger calls it.</summary>
    public const string Kind = "opaque-data";

    /// <summary>Fewest characters; less shows nobody.</summary>
    public const int Shortest = 128;

    /// <summary>More than this is not decoded by any detector, even if it is text.</summary>
    private const int Longest = 1 << 20;

    private const int ShortestLine = 40;

    /// <summary>
    /// The marker of a data URI, and how the usual kinds of files begin: PNG, JPEG, GIF, RIFF, PDF, TIFF, MP4, Ogg, MP3, ZIP, gzip, OLE,
    /// Matroska, FLAC, 7z, RAR, xz, bzip2, Zstandard, Photoshop, icons, JPEG 2000, SQLite; the same in hexadecimal.
    /// </summary>
    private static readonly SearchValues<string> s_heads = SearchValues.Create(
        ["base64,", "iVBORw0KGgo",
            "/9j/", "R0lGOD", "UklGR", "JVBERi0", "SUkqA", "TU0AK", "AAAAGGZ0eX", "AAAAHGZ0eX", "AAAAIGZ0eX", "T2dnUw",
            "SUQz", "UEsDB", "H4sI", "0M8R4KGx", "Base64,", "BASE64,", "base64%2C", "base64%2c", "AAAAFGZ0eX", "AAAAJGZ0eX", "AAAAKGZ0eX",
            "AAAALGZ0eX", "GkXfo", "ZkxhQ", "//uQ", "//vQ", "N3q8r", "UmFyIR", "/Td6WF", "QlpoOT", "KLUv", "OEJQUw", "AAABAA", "AAAADGpQ",
            "U1FMaXRl", "Qk0", "ffd8ff", "FFD8FF", "89504e47", "89504E47", "47494638", "25504446", "504b0304", "504B0304", "52494646"],
        StringComparison.Ordinal);

    /// <summary>So long a run is data, however it begins; a signature or a key is shorter.</summary>
    private const int LongRun = 1024;

    private static readonly SearchValues<char> s_zeros = SearchValues.Create("A=\r\n \t");

    private static readonly SearchValues<char> s_alphabet =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_=%");

    private static readonly SearchValues<char> s_run =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_=\r\n");

    /// <summary>Where data may begin, at or after a place; -1 when nowhere.</summary>
    public static int NextStart(ReadOnlySpan<char> text, int from)
    {
        var run = NextRun(text, from);
        while (from < text.Length)
        {
            var next = text[from..].IndexOfAny(s_heads);
            if (next < 0) return run;
            next += from;
            if (run >= 0 && run < next) return run;
            var rest = text[next..];
            if (rest.StartsWith("base64", StringComparison.OrdinalIgnoreCase)) return next + (rest[6] == ',' ? 7 : 9);
            if (next == 0 || !s_alphabet.Contains(text[next - 1]) || text[next - 1] == '%' || IsHex(text, next)) return next;
            from = next + 1;
        }
        return run;
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
            var end = End(text, start, ref line);
            if (end - start >= LongRun && IsVaried(text[start..(start + LongRun)]) && IsBinary(text[start..end])) return start;
            probe = Math.Max(probe, end);
        }
        return -1;
    }

    /// <summary>The data at or after a place; an empty span when there is none.</summary>
    public static TextSpan Find(ReadOnlySpan<char> text, int from)
    {
        if (text.Length - from < Shortest) return default;
        for (var start = NextStart(text, from); start >= 0; start = NextStart(text, start))
        {
            var line = 0;
            var end = End(text, start, ref line);
            if (end - start >= Shortest && IsBinary(text[start..end])) return TextSpan.FromBounds(start, end);
            start = Math.Max(end, start + 1);
        }
        return default;
    }

    /// <summary>Where a run of the alphabet ends; lines that are long enough go on after a line break.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the run, or what is known of it, begins.</param>
    /// <param name="line">Characters of its last line so far.</param>
    public static int End(ReadOnlySpan<char> text, int start, ref int line)
    {
        while (true)
        {
            var length = text[start..].IndexOfAnyExcept(s_alphabet);
            var end = length < 0 ? text.Length : start + length;
            line += end - start;
            if (end == text.Length || line < ShortestLine || text[end] is not ('\r' or '\n')) return end;
            var next = end;
            while (next < text.Length && text[next] is '\r' or '\n' or ' ' or '\t') next++;
            if (next < text.Length && !s_alphabet.Contains(text[next])) return end;
            (start, line) = (next, next < text.Length ? 0 : line);
            if (next == text.Length) return next;
        }
    }

    /// <summary>True for what is no readable text once it is decoded.</summary>
    public static bool IsBinary(ReadOnlySpan<char> data)
    {
        if (!data.ContainsAnyExcept(s_zeros)) return false; // what was erased
        if (data.Length > Longest) return true;
        Span<char> group = stackalloc char[512];
        Span<byte> bytes = stackalloc byte[384];
        var count = 0;
        foreach (var c in data)
        {
            if (c is '\r' or '\n' or ' ' or '\t') continue;
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
