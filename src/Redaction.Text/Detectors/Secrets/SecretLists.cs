namespace Redaction.Text;

/// <summary>Values below a name or in brackets after it: the items of a list (<c>tokens:</c>, then <c>- …</c> on each line), and the
/// string that a statement continues with on its next line.</summary>
internal static class SecretLists
{
    private const int MostItems = 64, LongestLine = 1024, Shortest = 6;

    /// <summary>Adds the items of a list that begins behind the mark; returns where it ends, or the mark.</summary>
    public static int Find(ReadOnlySpan<char> text, int mark, FindingSink<TextSpan> findings)
    {
        if (Bracket(text, mark) is > 0 and var bracket) return InBrackets(text, bracket, findings);
        var end = mark;
        var line = NextLine(text, mark);
        for (var item = 0; line >= 0 && item < MostItems; item++)
        {
            var start = line;
            while (start < text.Length && text[start] is ' ' or '\t') start++;
            if (start + 2 >= text.Length || text[start] != '-' || text[start + 1] != ' ') break;
            start += 2;
            var stop = text[start..Math.Min(text.Length, start + LongestLine)].IndexOfAny('\r', '\n');
            if (stop < 0) stop = Math.Min(text.Length, start + LongestLine) - start;
            Add(text, start, start + stop, findings);
            end = start + stop;
            line = end < text.Length ? NextLine(text, end) : -1;
        }
        return end;
    }

    private static int Bracket(ReadOnlySpan<char> text, int mark)
    {
        while (mark < text.Length && text[mark] == ' ') mark++;
        return mark + 2 < text.Length && text[mark] is '[' or '{' or '(' && text[mark + 1] is '"' or '\'' or ' ' ? mark + 1 : -1;
    }

    /// <summary>Adds the strings of a list on one line.</summary>
    private static int InBrackets(ReadOnlySpan<char> text, int at, FindingSink<TextSpan> findings)
    {
        for (var item = 0; item < MostItems; item++)
        {
            while (at < text.Length && text[at] is ' ' or ',') at++;
            if (at >= text.Length || text[at] is not ('"' or '\'')) return at;
            var length = text[(at + 1)..Math.Min(text.Length, at + LongestLine)].IndexOf(text[at]);
            if (length < 0) return at;
            Add(text, at + 1, at + 1 + length, findings);
            at += length + 2;
            if (at < text.Length && text[at] == ':') return at; // names of an object
        }
        return at;
    }

    /// <summary>Where a quoted string begins on the next line, after an opening bracket too; negative when none does.</summary>
    public static int Continued(ReadOnlySpan<char> text, int mark)
    {
        var i = mark;
        while (i < text.Length && text[i] is ' ' or '(' or '\\') i++;
        var line = NextLine(text, i);
        if (line < 0) return -1;
        i = line;
        while (i < text.Length && text[i] is ' ' or '\t') i++;
        return i > line && i + 1 < text.Length && text[i] is '"' or '\'' or '`' ? i : -1;
    }

    private static void Add(ReadOnlySpan<char> text, int start, int end, FindingSink<TextSpan> findings)
    {
        var item = text[start..end];
        if (item.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon && !item[..colon].ContainsAny('"', '\''))
        {
            start += colon + 2;
            item = text[start..end];
        }
        var left = item.Length - item.TrimStart(" \"'").Length;
        item = item.Trim(" \"',");
        if (item.Length < Shortest || item.Contains(' ') || item[0] is '$' or '<' or '{' or '*') return;
        if (!item.ContainsAnyInRange('0', '9')) return;
        findings.Add(new(EntityTypes.Secret, new(start + left, item.Length), 0.85f, "secret"));
    }

    /// <summary>The line after this one, when nothing else stands on this.</summary>
    private static int NextLine(ReadOnlySpan<char> text, int i)
    {
        while (i < text.Length && text[i] is ' ' or '\r' or '\t') i++;
        return i < text.Length && text[i] == '\n' ? i + 1 : -1;
    }
}
