namespace Redaction.Text;

/// <summary>What may stand between a label and its value: signs, a dash between spaces, an arrow, leaders of points, tags.</summary>
internal static class LabelGap
{
    private const int LongestTag = 48, LongestBracket = 32, LongestLeader = 80;

    /// <summary>Where the label ends that stands before <paramref name="at"/>, at most <paramref name="farthest"/> signs away; leaders
    /// and tags count as none.</summary>
    public static int Before(ReadOnlySpan<char> text, int at, int farthest, out bool hasMark, out bool hasStop)
    {
        var end = at;
        hasMark = hasStop = false;
        for (var signs = 0; end > 0 && signs < farthest; signs++)
        {
            var c = text[end - 1];
            if (c == '>' && Tag(text, end) is >= 0 and var tag) { (end, signs) = (tag, signs - 1); continue; }
            if (!IsBetween(c) && !(IsDash(c) && IsMark(text, end))) break;
            hasMark |= c is '→' || (c == '>' && end > 1 && text[end - 2] is '-' or '=');
            if (c == ' ' && end < at && text[end] == ' ' && at - end < LongestLeader) signs--; // a column
            hasMark |= c is ':' or '=' or '#' or '\'' or '：' or '＝' or '№';
            hasStop |= c == '.';
            end--;
            if (c == '.' && Leader(text, end) is var leader && leader < end) (end, hasMark) = (leader, true);
        }
        return end;
    }

    /// <summary>Where the bracket opens that closes before <paramref name="end"/>, without the space before it; negative when none
    /// does.</summary>
    public static int Opening(ReadOnlySpan<char> text, int end)
    {
        var from = Math.Max(0, end - LongestBracket);
        var open = text[from..end].LastIndexOfAny('(', '（');
        if (open < 0 || from + open < 1 || (text[from + open] == '(' && text[from + open - 1] != ' ')) return -1; // exp(x)
        open += from;
        while (open > 0 && text[open - 1] == ' ') open--;
        return open;
    }

    /// <summary>Where the tag begins that ends here; negative when this is none.</summary>
    private static int Tag(ReadOnlySpan<char> text, int end)
    {
        var from = Math.Max(0, end - LongestTag);
        var open = text[from..(end - 1)].LastIndexOfAny('<', '>', '\n');
        return open >= 0 && text[from + open] == '<' && from + open + 2 < end
            && (char.IsAsciiLetter(text[from + open + 1]) || text[from + open + 1] == '/') ? from + open : -1;
    }

    /// <summary>Before further points, which lead the eye over a line: <c>Phone ..... 41288553</c>.</summary>
    private static int Leader(ReadOnlySpan<char> text, int end)
    {
        var start = end;
        while (start > 0 && end - start < LongestLeader && text[start - 1] is '.' or ' ' or '…') start--;
        return text[start..end].Count('.') >= 3 ? start : end;
    }

    private static bool IsDash(char c) => c is '-' or '–' or '—' or '→';

    /// <summary>A dash between spaces, or the beginning of an arrow.</summary>
    private static bool IsMark(ReadOnlySpan<char> text, int end) =>
        end > 1 && end < text.Length && text[end] is ' ' or '>' && text[end - 2] is ' ' or '-';

    private static bool IsBetween(char c) =>
        c is ' ' or '"' or '\'' or ':' or '=' or '#' or '(' or '[' or '\u00A0' or '.' or '\t' or '>' or '：' or '＝' or '*' or '`'
            or '\u3000' or '（' or '№' or '°' or 'º' or '|' or '…' or '_';
}
