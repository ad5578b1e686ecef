using System.Buffers;

namespace Redaction.Text;

/// <summary>The account that begins a line about a terminal or a process: <c>x  pts/0  2031-11-02 10:11</c> of <c>who</c> and
/// <c>last</c>, and the lines below <c>USER PID …</c> and <c>USER TTY …</c>.</summary>
internal static class TerminalLines
{
    private const int Longest = 32, MostLines = 4096;
    private static readonly SearchValues<string> s_search = SearchValues.Create(
        [" pts/", " tty", " system boot", "USER "], StringComparison.Ordinal);

    /// <summary>Adds the accounts.</summary>
    public static void Find(ReadOnlySpan<char> text, FindingSink<TextSpan> findings)
    {
        for (var position = 0; position < text.Length;)
        {
            var step = text[position..].IndexOfAny(s_search);
            if (step < 0) return;
            var at = position + step;
            position = at + 4;
            if (text[at] == 'U') position = Listed(text, at, position, findings);
            else if (IsTerminal(text[at..])) Add(text, LineStart(text, at), at, findings);
        }
    }

    /// <summary>The first words of the lines below a header.</summary>
    private static int Listed(ReadOnlySpan<char> text, int at, int position, FindingSink<TextSpan> findings)
    {
        if (at > 0 && text[at - 1] != '\n') return position;
        var line = LineEnd(text, at);
        var header = text[at..line];
        if (!header.Contains(" PID", StringComparison.Ordinal) && !header.Contains(" TTY", StringComparison.Ordinal)) return position;
        for (var count = 0; count < MostLines && line < text.Length; count++)
        {
            var start = line + 1;
            var end = LineEnd(text, start);
            if (text[start..end].IsWhiteSpace()) break;
            Add(text, start, end, findings);
            line = end;
        }
        return line;
    }

    /// <summary>Adds the first word, where nothing but spaces stands between it and <paramref name="until"/> or that is the line's
    /// end.</summary>
    private static void Add(ReadOnlySpan<char> text, int start, int until, FindingSink<TextSpan> findings)
    {
        var end = start;
        while (end < until && end - start < Longest && (char.IsAsciiLetterOrDigit(text[end])
            || text[end] is '_' or '.' or '-' or '+')) end++;
        if (end - start < 2 || end >= text.Length || text[end] != ' ' || !char.IsAsciiLetter(text[start])) return;
        if (until < text.Length && text[until] != '\n' && !text[end..until].IsWhiteSpace()) return;
        var name = text[start..end].TrimEnd("+."); // cut off
        if (UserFolders.IsNobody(name) || name is "USER" or "reboot" or "wtmp" or "runlevel" or "shutdown" or "LOGIN") return;
        findings.Add(new(UserName.Type, new(start, name.Length), 0.8f, UserName.Id));
    }

    /// <summary>The name of a terminal, with its number.</summary>
    private static bool IsTerminal(ReadOnlySpan<char> text)
    {
        var number = text.StartsWith(" pts/") ? 5 : text.StartsWith(" ttys") ? 5 : text.StartsWith(" tty") ? 4 : 0;
        if (number == 0) return false;
        var end = number;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        return end > number && (end == text.Length || text[end] is ' ' or '\n' or '\r' or '\t');
    }

    private static int LineStart(ReadOnlySpan<char> text, int at) => text[..at].LastIndexOf('\n') + 1;

    private static int LineEnd(ReadOnlySpan<char> text, int at) =>
        text[at..].IndexOf('\n') is >= 0 and var length ? at + length : text.Length;
}
