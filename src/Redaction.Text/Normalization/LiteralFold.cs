namespace Redaction.Text;

/// <summary>What stands between two literals that a program joins to one text: quotes, an operator, white space.</summary>
internal static class LiteralFold
{
    private const int LongestJoint = 96, LongestLiteral = 128, FewestDigits = 8, MostDigits = 24;
    private const string Prefixes = "frubFRUBLEN@$";
    private static readonly string[] s_operators = ["||", "..", "++", "<>", "+", ".", "&", "\\"];

    /// <summary>Length of the joint that begins with the quote at a place; 0 where there is none, or where it cuts no value.</summary>
    public static int Length(ReadOnlySpan<char> text, int at)
    {
        if (at == 0 || !IsInside(text[at - 1])) return 0;
        var rest = text.Slice(at, Math.Min(LongestJoint, text.Length - at));
        var end = AfterBlank(rest, 1);
        if (end == rest.Length) return 0;
        var gap = end;
        end = AfterBlank(rest, AfterOperator(text[..at], rest, end));
        if (end == 1) return 0; // a quote that is doubled stands for one
        if (end == gap && !rest[..gap].ContainsAny('\n', '\r', ' ')) return 0;
        end = AfterPrefix(rest, end);
        if (end + 1 >= rest.Length || rest[end] is not ('"' or '\'' or '`') || !IsInside(rest[end + 1])) return 0;
        if (IsName(text[(at + end + 1)..], rest[end])) return 0;
        return IsCut(Before(text[..at], text[at]), Behind(text[(at + end + 1)..], rest[end])) ? end + 1 : 0;
    }

    /// <summary>A literal before an equals sign or colon is the name of a value: <c>"DisplayName"="…"</c>.</summary>
    private static bool IsName(ReadOnlySpan<char> second, char quote) =>
        second.IndexOf(quote) is >= 0 and var close && second[(close + 1)..].TrimStart(" \t") is ['=' or ':', ..];

    /// <summary>True when a number or an address goes on in the second literal.</summary>
    private static bool IsCut(ReadOnlySpan<char> first, ReadOnlySpan<char> second)
    {
        if (first.IsEmpty || second.IsEmpty) return false;
        var left = first.TrimEnd(" -");
        var right = second.TrimStart(" -");
        if (!left.IsEmpty && !right.IsEmpty && char.IsAsciiDigit(left[^1]) && char.IsAsciiDigit(right[0]))
            return Digits.Count(first) + Digits.Count(second) is >= FewestDigits and <= MostDigits;
        if (first[^1] == ' ' || second[0] == ' ') return false;
        var token = first[(first.LastIndexOf(' ') + 1)..];
        var space = second.IndexOf(' ');
        return token.Contains('@') != (space < 0 ? second : second[..space]).Contains('@');
    }

    private static ReadOnlySpan<char> Before(ReadOnlySpan<char> text, char quote)
    {
        text = text[Math.Max(0, text.Length - LongestLiteral)..];
        var open = text.LastIndexOf(quote);
        return open < 0 || text[open..].ContainsAny('\n', '\r') ? default : text[(open + 1)..];
    }

    private static ReadOnlySpan<char> Behind(ReadOnlySpan<char> text, char quote)
    {
        text = text[..Math.Min(text.Length, LongestLiteral)];
        var close = text.IndexOf(quote);
        return close < 0 || text[..close].ContainsAny('\n', '\r') ? default : text[..close];
    }

    private static int AfterOperator(ReadOnlySpan<char> before, ReadOnlySpan<char> rest, int at)
    {
        foreach (var sign in s_operators)
            if (rest[at..].StartsWith(sign)) return at + sign.Length;
        return rest[at] == ',' && IsConcatenation(before) ? at + 1 : at;
    }

    /// <summary>The argument of a function that joins its arguments.</summary>
    private static bool IsConcatenation(ReadOnlySpan<char> before)
    {
        before = before[Math.Max(0, before.Length - LongestLiteral)..];
        var call = before.LastIndexOf("concat", StringComparison.OrdinalIgnoreCase);
        return call >= 0 && before[call..].Contains('(') && !before[call..].Contains(')');
    }

    /// <summary>Letters that say how a literal is read, of C, Python, SQL and their like.</summary>
    private static int AfterPrefix(ReadOnlySpan<char> rest, int at)
    {
        var end = at;
        while (end < rest.Length && end - at < 2 && Prefixes.Contains(rest[end], StringComparison.Ordinal)) end++;
        return end < rest.Length && rest[end] is '"' or '\'' or '`' ? end : at;
    }

    private static int AfterBlank(ReadOnlySpan<char> rest, int at)
    {
        while (at < rest.Length && (rest[at] is ' ' or '\t' || LineEndFold.IsBreak(rest[at]))) at++;
        return at;
    }

    private static bool IsInside(char c) => char.IsLetterOrDigit(c) || c is ' ' or '@' or '.' or '-' or '_' or '+';
}
