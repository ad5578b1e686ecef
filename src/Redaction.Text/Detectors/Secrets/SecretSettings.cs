namespace Redaction.Text;

/// <summary>Names of settings about credentials rather than of credentials: <c>max_tokens = 2048</c>, <c>token_count: 4096</c>,
/// <c>PASSWORD_MIN_LENGTH=12</c>. A number or a state stands there.</summary>
internal static class SecretSettings
{
    private const int Longest = 64, MostDigits = 8, MostGap = 6;

    private static readonly WordSet s_measures = new(
        "age attempts avg budget cost count days depth enabled expired expiration expires expiry hours input interval iterations "
        + "left len length lifetime limit max maximum min minimum minutes months num number output per policy price prompt quota rate "
        + "remaining required retries rotation rounds seconds size sum threshold timeout total ttl usage used valid validity version "
        + "window "
        + "completion cached reasoning new context");

    private static readonly WordSet s_states = new("true false yes no on off enabled disabled required optional never always daily weekly "
        + "monthly yearly auto manual strong weak basic bearer");

    /// <summary>True where the name at hand measures or switches something and its value is a number or a state.</summary>
    public static bool Count(ReadOnlySpan<char> text, int at, int nameEnd)
    {
        int start = at, end = nameEnd;
        while (start > 0 && at - start < Longest && IsOfName(text[start - 1])) start--;
        while (end < text.Length && end - nameEnd < Longest && IsOfName(text[end])) end++;
        var i = end;
        while (i < text.Length && i - end < MostGap && text[i] is ' ' or ':' or '=' or '"' or '\'' or '\t' or '>') i++;
        if (i == end) return false;
        var stop = i;
        while (stop < text.Length && char.IsAsciiLetterOrDigit(text[stop])) stop++;
        if (stop < text.Length && text[stop] is not (' ' or ',' or ';' or '\n' or '\r' or '"' or '\'' or '}' or ')' or ']' or '\t' or '.'))
            return false;
        var value = text[i..stop];
        if (value.IsEmpty) return false;
        var digits = value.IndexOfAnyExceptInRange('0', '9');
        var isNumber = value.Length <= MostDigits && (digits < 0 || (digits > 0
            && value[digits..] is "s" or "ms" or "m" or "h" or "d" or "min"));
        if (!isNumber && !s_states.Contains(value)) return false;
        return (isNumber && AreTokens(text[at..end])) || Measures(text[start..end]);
    }

    /// <summary>Tokens that are counted; one is a credential.</summary>
    private static bool AreTokens(ReadOnlySpan<char> name) => name.Equals("tokens", StringComparison.OrdinalIgnoreCase);

    private static bool Measures(ReadOnlySpan<char> name)
    {
        for (var from = 0; from < name.Length;)
        {
            var to = from + 1;
            while (to < name.Length && char.IsAsciiLetter(name[to]) && !(char.IsUpper(name[to]) && char.IsLower(name[to - 1]))) to++;
            if (s_measures.Contains(name[from..to])) return true;
            while (to < name.Length && !char.IsAsciiLetter(name[to])) to++;
            from = to;
        }
        return false;
    }

    private static bool IsOfName(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-';
}
