using System.Buffers;

namespace Redaction;

/// <summary>Where data that is written in a text ends, over the lines it is broken into.</summary>
internal static class OpaqueRun
{
    private const int ShortestLine = 40, LongestGap = 40, ShortestAfterGap = 16;

    /// <summary>Stands in the length of a line where the text ended behind a line end.</summary>
    private const int InGap = 1 << 30;

    private static readonly SearchValues<char> s_base64 =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_=%");

    private static readonly SearchValues<char> s_uri =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&*+;=:@/?%");

    private static readonly SearchValues<char> s_uuencode = SearchValues.Create([.. Range(' ', '`')]);

    private static readonly SearchValues<char> s_ascii85 = SearchValues.Create([.. Range('!', 'u'), 'z']);

    /// <summary>What stands between the lines where each is quoted: in source code, in an answer to a mail, in a comment.</summary>
    private static readonly SearchValues<char> s_gap = SearchValues.Create(" \t\r\n\"'`\\,;.&()>#*|+/");

    /// <summary>The characters that the form writes bytes in.</summary>
    public static SearchValues<char> Alphabet(OpaqueForm form) => form switch
    {
        OpaqueForm.Percent => s_uri,
        OpaqueForm.Uuencode => s_uuencode,
        OpaqueForm.Ascii85 => s_ascii85,
        _ => s_base64,
    };

    /// <summary>Where a run ends; lines that are long enough go on after a line break.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the run, or what is known of it, begins.</param>
    /// <param name="form">How it is written.</param>
    /// <param name="line">Characters of its last line so far.</param>
    public static int End(ReadOnlySpan<char> text, int start, OpaqueForm form, ref int line)
    {
        var alphabet = Alphabet(form);
        while (true)
        {
            var length = text[start..].IndexOfAnyExcept(alphabet);
            var end = length < 0 ? text.Length : start + length;
            line += end - start;
            if (end == text.Length || line < ShortestLine) return end;
            var next = Next(text, end, alphabet, line >= InGap, out var hasBreak);
            if (next == end) return end;
            line = next < text.Length ? 0 : hasBreak ? InGap : line;
            if (next == text.Length) return next;
            start = next;
        }
    }

    /// <summary>Where the next line of the data begins; the end of this one where there is none.</summary>
    private static int Next(ReadOnlySpan<char> text, int end, SearchValues<char> alphabet, bool isBehindBreak, out bool hasBreak)
    {
        var next = end;
        while (next < text.Length && text[next] is '\r' or '\n' or ' ' or '\t') next++;
        hasBreak = isBehindBreak || text[end..next].ContainsAny('\r', '\n');
        if (next == text.Length) return hasBreak ? next : end;
        var isQuoted = !hasBreak || !alphabet.Contains(text[next]);
        if (isQuoted)
        {
            while (next < text.Length && next - end < LongestGap && s_gap.Contains(text[next])) next++;
            hasBreak |= text[end..next].ContainsAny('\r', '\n');
            if (next == text.Length) return end; // marks at the end of a text are not data
        }
        if (!hasBreak) return end;
        var run = text[next..].IndexOfAnyExcept(alphabet);
        var isLine = run < 0 || run >= ShortestAfterGap || (!isQuoted && text[next + run] is '\r' or '\n');
        return isLine ? next : end;
    }

    private static IEnumerable<char> Range(char first, char last) => Enumerable.Range(first, last - first + 1).Select(static c => (char)c);
}
