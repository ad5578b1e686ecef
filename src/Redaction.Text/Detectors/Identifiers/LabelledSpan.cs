namespace Redaction.Text;

/// <summary>How far a number goes that a label names.</summary>
internal static class LabelledSpan
{
    private const int Longest = 34, MostPhoneDigits = 15, LongestSeries = 3, LongestApart = 6, LongestGroup = 14, FewestInPoints = 9;
    private static readonly string[] s_numberWords = [" номер", " №", ", номер", ", №", " no", " nr", " n°", " nº", " number", " numer",
        " број"];
    private static readonly EntityType s_expiry = new("card-expiry");

    /// <summary>The value around a word with digits; empty when it is something else.</summary>
    public static TextSpan Of(ReadOnlySpan<char> text, int start, TextSpan word, EntityType type)
    {
        if (type == EntityTypes.Phone) return Phone(text, start);
        if (type == EntityTypes.Date && LabelledDate.At(text, start) is { Length: > 0 } date) return date;
        if (type.Name is "security-code" && Apart(text, start) is > 0 and var apart) return TextSpan.FromBounds(start, apart);
        var end = End(text, word.End);
        if (end > 0 && type.Name is "account-number") end = WithMixedGroups(text, end);
        if (end > 0 && HasGroups(type)) end = WithGroups(text, end, start);
        if (end > 0 && HasSeries(type)) end = type == EntityTypes.LicensePlate ? WithPlate(text, end) : WithLetter(text, end);
        var span = end < 0 ? default : TextSpan.FromBounds(start, end);
        if (span.Length == 0 || type == s_expiry || (type.Name is "national-id"
            && InThousands(text.Slice(span.Start, span.Length))) || (type.Name is "account-number"
            && InPoints(text.Slice(span.Start, span.Length)))) return span;
        return IsOther(text, span) ? default : span;
    }

    /// <summary>Further groups of digits, as identity documents print them: <c>92 04 482913</c>.</summary>
    private static int WithGroups(ReadOnlySpan<char> text, int end, int start)
    {
        if (NumberAfterSeries(text, end) is > 0 and var number) end = number;
        while (end + 2 < text.Length && char.IsAsciiDigit(text[end - 1]) && text[end] is ' ' or '\u00A0' && char.IsAsciiDigit(text[end + 1])
            && char.IsAsciiDigit(text[end + 2]))
        {
            var next = end + 1;
            while (next < text.Length && char.IsAsciiDigit(text[next])) next++;
            if (next - start > Longest || (next < text.Length && (Neighbourhood.IsWord(text[next]) || text[next] is '/' or ':' or '-' or '.'
                && next + 1 < text.Length && char.IsAsciiDigit(text[next + 1])))) break;
            end = NumberAfterSeries(text, next) is > 0 and var after ? after : next;
        }
        return end;
    }

    /// <summary>The end of three or four digits with a space after each, as people dictate a code; 0 when it is none.</summary>
    private static int Apart(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end]) && AddressText.Digits(text, end) == end + 1)
        {
            if (end - start > LongestApart) return 0;
            if (end + 2 >= text.Length || text[end + 1] != ' ' || !char.IsAsciiDigit(text[end + 2])) break;
            end += 2;
        }
        return end - start is 4 or LongestApart && AddressText.Digits(text, end) == end + 1 ? end + 1 : 0;
    }

    /// <summary>Further groups of capitals and digits, as French account numbers have them: <c>20041 01005 0500013M026 06</c>.</summary>
    private static int WithMixedGroups(ReadOnlySpan<char> text, int end)
    {
        while (end + 2 < text.Length && text[end] == ' ' && char.IsAsciiDigit(text[end + 1]))
        {
            var next = end + 1;
            while (next < text.Length && (char.IsAsciiDigit(text[next]) || char.IsAsciiLetterUpper(text[next]))) next++;
            if (next - end - 1 < 2 || next - end > LongestGroup || (next < text.Length && Neighbourhood.IsWord(text[next]))) break;
            end = next;
        }
        return end;
    }

    /// <summary>The end of the number after the series of a document (<c>4511 № 441873</c>); 0 when there is none.</summary>
    private static int NumberAfterSeries(ReadOnlySpan<char> text, int end)
    {
        foreach (var word in s_numberWords)
        {
            if (!text[end..].StartsWith(word, StringComparison.OrdinalIgnoreCase)) continue;
            var start = end + word.Length;
            while (start < text.Length && start - end < Longest && text[start] is ' ' or ':' or '.') start++;
            var stop = AddressText.Digits(text, start);
            if (stop - start is >= 5 and <= 9) return stop;
        }
        return 0;
    }

    /// <summary>Takes in the capitals that stand apart before a number, as passports and plates have them: <c>AB 441873</c>; false when
    /// no label stands before them.</summary>
    public static bool WithSeries(ReadOnlySpan<char> text, ref int start, ref LabelBefore label)
    {
        var series = BeforeNumberWord(text, start);
        if (series < 3 || text[series - 1] != ' ') return false;
        var from = series - 1;
        while (from > 0 && series - from <= LongestSeries + 1 && char.IsUpper(text[from - 1])) from--;
        if (from == series - 1 || series - from > LongestSeries + 1 || (from > 0 && Neighbourhood.IsWord(text[from - 1]))) return false;
        label = new LabelBefore();
        if (!label.Read(text, from) || !HasSeries(label.Type)) return false;
        start = from;
        return true;
    }

    /// <summary>Before <c>nr.</c> or <c>№</c> between a series and its number, with the space behind the series:
    /// <c>seria KX nr. 482913</c>.</summary>
    private static int BeforeNumberWord(ReadOnlySpan<char> text, int start)
    {
        var before = text[..start].TrimEnd(" .:");
        foreach (var word in s_numberWords)
            if (word[0] == ' ' && before.EndsWith(word, StringComparison.OrdinalIgnoreCase)) return before.Length - word.Length + 1;
        return start;
    }

    private static bool HasSeries(EntityType type) =>
        type.Name is "national-id" or "passport" or "insurance-id" or "driving-licence" || type == EntityTypes.LicensePlate;

    /// <summary>The single capital after the groups of a number: <c>44 18 73 C</c>.</summary>
    private static int WithLetter(ReadOnlySpan<char> text, int end)
    {
        if (end + 1 >= text.Length || end < 4 || text[end] != ' ' || !char.IsUpper(text[end + 1])
            || !char.IsAsciiDigit(text[end - 1])) return end;
        if (end + 2 < text.Length && Neighbourhood.IsWord(text[end + 2])) return end;
        var last = LastGroup(text, end + 2);
        return last > 0 ? last : text[end - 3] == ' ' ? end + 2 : end;
    }

    /// <summary>The end of three digits after the letter: <c>65 170839 J 008</c>; 0 when there are none.</summary>
    private static int LastGroup(ReadOnlySpan<char> text, int end) =>
        end + 3 < text.Length && text[end] == ' ' && AddressText.Digits(text, end + 1) == end + 4 ? end + 4 : 0;

    /// <summary>Further groups of a plate: <c>4KL 882</c>.</summary>
    private static int WithPlate(ReadOnlySpan<char> text, int end)
    {
        for (var group = 0; group < 2 && end + 1 < text.Length && text[end] == ' '; group++)
        {
            var next = end + 1;
            while (next < text.Length && next - end <= LongestSeries + 1 && (char.IsAsciiDigit(text[next])
                || char.IsUpper(text[next]))) next++;
            if (next == end + 1 || next - end > LongestSeries + 2 || (next < text.Length && Neighbourhood.IsWord(text[next]))) break;
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

    /// <summary>Points between groups of three, as many countries of Latin America print identity numbers.</summary>
    private static bool InThousands(ReadOnlySpan<char> value)
    {
        if (value.Length < 9 || value.Count('.') is < 2 or > 3) return false;
        for (var i = 1; i <= value.Length; i++)
            if ((i % 4 == 0) != (value[^i] == '.')) return false;
        return true;
    }

    /// <summary>Nine digits or more with two points or more between groups of two or more, as banks print accounts:
    /// <c>8601.11.17947</c>.</summary>
    private static bool InPoints(ReadOnlySpan<char> value)
    {
        int points = 0, digits = 0, group = 0, longest = 0;
        foreach (var c in value)
            if (char.IsAsciiDigit(c)) (digits, group, longest) = (digits + 1, group + 1, Math.Max(longest, group + 1));
            else if (c != '.' || group < 2) return false;
            else (points, group) = (points + 1, 0);
        return points >= 2 && digits >= FewestInPoints && group > 0 && (points != 3 || longest > 3); // no address of the network
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
