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
    private const string Marker = "base64,";

    /// <summary>
    /// The marker of a data URI, and how the usual kinds of files begin: PNG, JPEG, GIF, RIFF, PDF, TIFF, MP4, Ogg, MP3, ZIP, gzip, OLE.
    /// </summary>
    private static readonly SearchValues<string> s_heads = SearchValues.Create(
        [Marker, "iVBORw0KGgo", "/9j/", "R0lGOD", "UklGR", "JVBERi0", "SUkqA", "TU0AK", "AAAAGGZ0eX", "AAAAHGZ0eX", "AAAAIGZ0eX", "T2dnUw",
            "SUQz", "UEsDB", "H4sI", "0M8R4KGx"],
        StringComparison.Ordinal);

    private static readonly SearchValues<char> s_zeros = SearchValues.Create("A=\r\n \t");

    private static readonly SearchValues<char> s_alphabet =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_=");

    /// <summary>Where data may begin, at or after a place; -1 when nowhere.</summary>
    public static int NextStart(ReadOnlySpan<char> text, int from)
    {
        while (from < text.Length)
        {
            var next = text[from..].IndexOfAny(s_heads);
            if (next < 0) return -1;
            next += from;
            if (text[next..].StartsWith(Marker)) return next + Marker.Length;
            if (next == 0 || !s_alphabet.Contains(text[next - 1])) return next;
            from = next + 1;
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
            group[count++] = c switch { '-' => '+', '_' => '/', _ => c };
            if (count < group.Length) continue;
            if (HoldsControls(group, bytes)) return true;
            count = 0;
        }
        return HoldsControls(group[..(count & ~3)], bytes);
    }

    private static bool HoldsControls(ReadOnlySpan<char> group, Span<byte> bytes)
    {
        if (!Convert.TryFromBase64Chars(group, bytes, out var written)) return false; // a word that only looks like it
        foreach (var b in bytes[..written])
            if (b is < 32 and not ((byte)'\t' or (byte)'\n' or (byte)'\r')) return true;
        return false;
    }
}
