using System.Buffers;

namespace Redaction.Text;

/// <summary>Line ends that stand in the middle of a value: inside an address, or between the groups of a number.</summary>
internal static class LineEndFold
{
    private const int LongestToken = 64, LongestRun = 40, FewestDigits = 8, MostDigits = 24, Short = 80;

    private static readonly SearchValues<char> s_breaks = SearchValues.Create("\n\r\v\f\u0085\u2028\u2029");

    /// <summary>The next line end; -1 when there is none.</summary>
    public static int Next(ReadOnlySpan<char> text) => text.IndexOfAny(s_breaks);

    /// <summary>True for a character that ends a line.</summary>
    public static bool IsBreak(char c) => c <= '\r' ? c is >= '\n' : c is '\u0085' or '\u2028' or '\u2029';

    /// <summary>Length of the line end with the indentation or the quotation marks of mail behind it.</summary>
    public static int Length(ReadOnlySpan<char> text)
    {
        var end = text.Length > 1 && text[0] == '\r' && text[1] == '\n' ? 2 : 1;
        while (end < text.Length && text[end] is ' ' or '\t' or '>') end++;
        return end;
    }

    /// <summary>True when what stands between two places cuts an address, or a number after a hyphen: it is left out.</summary>
    public static bool IsInWord(ReadOnlySpan<char> text, int start, int end)
    {
        if (start == 0 || end >= text.Length) return false;
        var (before, after) = (text[start - 1], text[end]);
        if (before == '@' || after == '@')
            return char.IsLetterOrDigit(before == '@' ? after : before) && !(after == '@' && IsDecorator(TokenAfter(text, end)));
        var joins = before is '.' or '-' or '_' or '+';
        if (!joins && after is not ('.' or '-' or '_')) return false;
        if (!char.IsLetterOrDigit(joins ? after : before)) return false;
        if (before == '-' && start > 1 && char.IsAsciiDigit(text[start - 2]) && char.IsAsciiDigit(after)) return true;
        var token = TokenBefore(text, start);
        return token.Contains('@') ? !(before == '.' && IsWholeAddress(token[..^1])) : TokenAfter(text, end).Contains('@');
    }

    /// <summary><c>@app.route("/")</c>, <c>@name.setter</c>: a call, or a member that decorators have and domains do not.</summary>
    private static bool IsDecorator(ReadOnlySpan<char> token)
    {
        var end = 1;
        while (end < token.Length && (char.IsLetterOrDigit(token[end]) || token[end] is '.' or '_')) end++;
        if (end < token.Length && token[end] == '(' || token[..end].Contains('_')) return true;
        return token[(token[..end].LastIndexOf('.') + 1)..end] is "setter" or "getter" or "deleter" or "fixture" or "setup" or "teardown"
            or "asyncio" or "skip" or "task" or "command" or "register" or "override" or "overload" or "final";
    }

    /// <summary>A point behind an address that lacks nothing ends the sentence.</summary>
    private static bool IsWholeAddress(ReadOnlySpan<char> token)
    {
        var host = token[(token.LastIndexOf('@') + 1)..];
        return host.Contains('.') && TopLevels.End(host);
    }

    /// <summary>True when it stands between groups of one number: it counts as a space.</summary>
    public static bool IsInNumber(ReadOnlySpan<char> text, int start, int end)
    {
        while (start > 0 && text[start - 1] == ' ') start--; // as lines end that flow into the next one
        if (start == 0 || end >= text.Length || !char.IsAsciiDigit(text[start - 1]) || !char.IsAsciiDigit(text[end])) return false;
        var first = start;
        var (groups, digits) = (1, 0);
        while (first > 0 && start - first < LongestRun && IsOfNumber(text[first - 1]))
        {
            first--;
            if (text[first] is ' ' or '-') groups++;
            else if (char.IsAsciiDigit(text[first])) digits++;
        }
        if (groups < 2 && !(first > 0 && text[first - 1] is '+' or '(')) return false;
        var last = end;
        var later = 0;
        while (last < text.Length && last - end < LongestRun && IsOfNumber(text[last]))
            if (char.IsAsciiDigit(text[last++])) later++;
        if (later is < 1 or > 16 || digits + later is < FewestDigits or > MostDigits) return false;
        var isPart = last + 1 < text.Length && text[last] is '.' or ':' or '/' && char.IsAsciiDigit(text[last + 1]);
        if (isPart) return false; // of a time, an address
        if (last - end > 7 && text[end + 4] == '-' && text[end + 7] == '-') return false; // a date at the beginning of a line
        return text.Length <= Short || !(IsLineStart(text, first) && IsLineEnd(text, last)); // columns of numbers
    }

    private static bool IsOfNumber(char c) => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c) || c is ' ' or '-';

    private static bool IsLineStart(ReadOnlySpan<char> text, int at) => at == 0 || IsBreak(text[at - 1]);

    private static bool IsLineEnd(ReadOnlySpan<char> text, int at) => at == text.Length || IsBreak(text[at]);

    private static ReadOnlySpan<char> TokenBefore(ReadOnlySpan<char> text, int end)
    {
        var start = end;
        while (start > 0 && end - start < LongestToken && !char.IsWhiteSpace(text[start - 1])) start--;
        return text[start..end];
    }

    private static ReadOnlySpan<char> TokenAfter(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && end - start < LongestToken && !char.IsWhiteSpace(text[end])) end++;
        return text[start..end];
    }
}
