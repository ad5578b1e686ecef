namespace Redaction.Text;

/// <summary>How far a number goes that a label names.</summary>
internal static class LabelledSpan
{
    private const int Longest = 34, MostPhoneDigits = 15;
    private static readonly EntityType s_expiry = new("card-expiry");

    /// <summary>The value around a word with digits; empty when it is something else.</summary>
    public static TextSpan Of(ReadOnlySpan<char> text, int start, TextSpan word, EntityType type)
    {
        if (type == EntityTypes.Phone) return Phone(text, start);
        if (type == EntityTypes.Date && LabelledDate.At(text, start) is { Length: > 0 } date) return date;
        var end = End(text, word.End);
        if (end > 0 && HasGroups(type)) end = WithGroups(text, end, start);
        var span = end < 0 ? default : TextSpan.FromBounds(start, end);
        return span.Length == 0 || (type != s_expiry && IsOther(text, span)) ? default : span;
    }

    /// <summary>Further groups of digits, as identity documents print them: <c>92 04 482913</c>.</summary>
    private static int WithGroups(ReadOnlySpan<char> text, int end, int start)
    {
        while (end + 2 < text.Length && char.IsAsciiDigit(text[end - 1]) && text[end] is ' ' or '\u00A0' && char.IsAsciiDigit(text[end + 1])
            && char.IsAsciiDigit(text[end + 2]))
        {
            var next = end + 1;
            while (next < text.Length && char.IsAsciiDigit(text[next])) next++;
            if (next - start > Longest || (next < text.Length && (Neighbourhood.IsWord(text[next]) || text[next] is '/' or ':' or '-' or '.'
                && next + 1 < text.Length && char.IsAsciiDigit(text[next + 1])))) break;
            end = next;
        }
        return end;
    }

    private static bool HasGroups(EntityType type) =>
        type.Name is "national-id" or "passport" or "insurance-id" or "driving-licence" or "credit-card" or "account-number" or "us.ssn";

    /// <summary>Start of the value around a word with digits: letters before it that a hyphen, underscore or slash joins.</summary>
    public static int Start(ReadOnlySpan<char> text, int at)
    {
        var start = at;
        while (start > 0 && at - start < Longest
            && (Neighbourhood.IsWord(text[start - 1])
                || (text[start - 1] is '-' or '/' or ':' && start > 1 && IsJoin(text, start - 1)))) start--;
        return at - start >= Longest ? -1 : start;
    }

    /// <summary>End of the value after a word with digits; -1 when it is no value.</summary>
    public static int End(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end < text.Length && end - at < Longest
            && (char.IsLetterOrDigit(text[end])
                || (text[end] is '-' or '_' or '/' or ':' or '.' && end + 1 < text.Length && IsJoin(text, end)))) end++;
        return end < text.Length && text[end] is '@' or '%' || end - at >= Longest ? -1 : end;
    }

    /// <summary>Dates, times, decimal numbers and paths have labels too and are none of these;
    /// neither is the member of a name in a program (<c>az.ISO8859</c>).</summary>
    public static bool IsOther(ReadOnlySpan<char> text, TextSpan span)
    {
        var value = text.Slice(span.Start, span.Length);
        if (value.IndexOf('/') is > 4 and var slash && !value[..slash].ContainsAnyInRange('0', '9')) return true;
        if (span.Start > 2 && text[span.Start - 1] == '.' && char.IsLetter(text[span.Start - 2])
            && !IsAbbreviation(text[..(span.Start - 1)])) return true;
        // a Request for Comments; the Mexican RFC begins with letters
        if (span.Start > 3 && char.IsAsciiDigit(value[0]) && text[..(span.Start - 1)].EndsWith("RFC", StringComparison.Ordinal))
            return true;
        if (Digits.Count(value) + value.Count('.') + value.Count(':') == value.Length && value.IndexOfAny('.', ':') > 0) return true;
        var end = value.IndexOfAnyExceptInRange('0', '9');
        return end is 1 or 2 or 4 && value[end] is '-' or '/' && NumericDate.At(text, span.Start, span.Start + end).End >= span.End;
    }

    /// <summary>Digits in groups with whatever telephone numbers have between them.</summary>
    private static TextSpan Phone(ReadOnlySpan<char> text, int start)
    {
        while (start > 0 && text[start - 1] is '+' or '(') start--;
        int end = start, digits = 0, last = start;
        for (; end < text.Length && digits <= MostPhoneDigits; end++)
        {
            var c = text[end];
            if (char.IsAsciiDigit(c)) { digits++; last = end + 1; }
            else if (end - last >= 3 || c is not (' ' or '-' or '.' or '/' or '(' or ')' or '+' or '\u00A0' or '\u2011' or '–')) break;
        }
        if (digits > MostPhoneDigits || (last < text.Length && Neighbourhood.IsWord(text[last]))) return default;
        return last < text.Length && text[last] is '@' or '%' ? default : TextSpan.FromBounds(start, last);
    }

    private static bool IsAbbreviation(ReadOnlySpan<char> before)
    {
        foreach (var word in (ReadOnlySpan<string>)["no", "nr", "num", "acct", "acc", "lic", "pol", "ins", "id", "č"])
            if (before.EndsWith(word, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static bool IsJoin(ReadOnlySpan<char> text, int at) => text[at] switch
    {
        ':' or '.' => char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]),
        _ => char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at + 1]),
    };
}
