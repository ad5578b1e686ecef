namespace Redaction.Text;

/// <summary>Dates in which the month is a word: <c>5 March 2024</c>, <c>March 5th, 2024</c>,
/// <c>5 de marzo de 2024</c>, <c>05-Mar-24</c>, <c>3.III.1971</c>, <c>1971. március 3.</c>, in every language of the lexicon.</summary>
internal static class NamedDate
{
    private const int MaxGap = 4;
    private const float Elsewhere = 0.8f, WithoutYearElsewhere = 0.45f, Roman = 0.75f;

    /// <summary>The date to which the digits from <paramref name="start"/> to <paramref name="end"/> belong as its day or,
    /// without a day, its year.</summary>
    public static DatePlace At(ReadOnlySpan<char> text, int start, int end)
    {
        var number = 0;
        foreach (var c in text[start..Math.Min(end, start + 4)]) number = number * 10 + c - '0';
        if (end - start == 4) return number is >= 1800 and <= 2199 ? YearFirst(text, start, end, number) : default;
        if (end - start > 2 || number is < 1 or > 31) return default;
        if (start > 1 && text[start - 1] == '.' && char.IsAsciiDigit(text[start - 2])) return default; // 3.2 Gen
        var dayFirst = DayFirst(text, start, end, number);
        return dayFirst.End > 0 ? dayFirst : MonthFirst(text, start, end, number);
    }

    private static DatePlace DayFirst(ReadOnlySpan<char> text, int start, int dayEnd, int day)
    {
        if (Glued(text, start, dayEnd, day) is { End: > 0 } glued) return glued;
        var i = SkipOrdinal(text, dayEnd);
        i = SkipGap(text, i);
        i = SkipWord(text, i, "de ", "di ", "of ", "do ");
        var end = i;
        while (end < text.Length && end - i <= MonthNames.Longest && IsOfName(text[end])) end++;
        var month = end > i ? MonthNames.Of(text[i..end]) : 0;
        if (month == 0) return end > i && i > dayEnd ? InOther(text, start, i, end, day) : default;
        var named = end;
        var (yearEnd, year) = Year(text, end);
        if (yearEnd > 0) return DatePlace.Exists(year, month, day) ? new(start, yearEnd, 0.9f) : default;
        var plain = named < text.Length && text[named] == '.' && named - i == 3 ? named + 1 : named;
        return DatePlace.Exists(2000, month, day) ? new(start, named == plain ? named : plain - 1, WithoutYear(text[i..named])) : default;
    }

    /// <summary><c>12AUG19</c>, <c>12AUG2019</c>: three capitals between day and year.</summary>
    private static DatePlace Glued(ReadOnlySpan<char> text, int start, int dayEnd, int day)
    {
        if (dayEnd - start != 2 || dayEnd + 5 > text.Length || text.Slice(dayEnd, 3).ContainsAnyExceptInRange('A', 'Z')) return default;
        var month = MonthNames.Of(text.Slice(dayEnd, 3));
        var end = AddressText.Digits(text, dayEnd + 3);
        if (month == 0 || end - dayEnd - 3 is not (2 or 4) || (end < text.Length && Neighbourhood.IsWord(text[end]))) return default;
        var year = 0;
        foreach (var c in text[(dayEnd + 3)..end]) year = year * 10 + c - '0';
        return DatePlace.Exists(year, month, day) ? new(start, end, 0.7f) : default;
    }

    /// <summary>A month of a further language, where a year follows; or a Roman number between points, hyphens or slashes.</summary>
    private static DatePlace InOther(ReadOnlySpan<char> text, int start, int word, int wordEnd, int day)
    {
        var name = text[word..wordEnd];
        var roman = text[word - 1] is '.' or '-' or '/' or ' ' ? MonthNames.OfRoman(name) : 0;
        var month = roman > 0 ? roman : MonthNames.OfAny(name);
        if (month == 0) return default;
        var (yearEnd, year) = Year(text, wordEnd, isOther: true);
        if (roman > 0 && (yearEnd == 0 || wordEnd >= text.Length || text[wordEnd] != text[word - 1])) return default;
        if (yearEnd > 0) return DatePlace.Exists(Common(year), month, day) ? new(start, yearEnd, roman > 0 ? Roman : Elsewhere) : default;
        return MonthNames.IsFull(name) && name.Length >= 4 ? new(start, wordEnd, WithoutYearElsewhere) : default;
    }

    /// <summary>The year of the common era: the Thai one is 543 ahead, the Persian 621 behind.</summary>
    private static int Common(int year) => year switch { > 2300 => year - 543, >= 1200 and < 1500 => year + 621, _ => year };

    /// <summary><c>1971. március 3.</c>, <c>1971 m. kovo 3 d.</c>, <c>1971 March 3</c>; otherwise a month before the year.</summary>
    private static DatePlace YearFirst(ReadOnlySpan<char> text, int start, int yearEnd, int year)
    {
        var i = SkipGap(text, yearEnd);
        i = SkipWord(text, i, "m. ", "gada ", "g. ", "yil ", "жылғы ", "жылы ", "ж. ", "жылдын ", "року ");
        if (DayAndMonth(text, i, year) is > 0 and var whole && i > yearEnd) return new(start, whole, Elsewhere);
        var end = i;
        while (end < text.Length && end - i <= MonthNames.Longest && IsOfName(text[end])) end++;
        var month = i > yearEnd && end > i ? MonthNames.OfAny(text[i..end]) : 0;
        if (month > 0 && (char.IsLower(text[i]) || MonthNames.Of(text[i..end]) > 0 || text[yearEnd] == '.'))
        {
            var day = SkipGap(text, end);
            var last = AddressText.Digits(text, day);
            if (day > end && last - day is 1 or 2 && (last == text.Length || !Neighbourhood.IsWord(text[last])))
            {
                var value = 0;
                foreach (var c in text[day..last]) value = value * 10 + c - '0';
                if (DatePlace.Exists(year, month, value)) return new(start, last, Elsewhere);
            }
        }
        return MonthAndYear(text, start, yearEnd);
    }

    /// <summary>The end of day and month behind a year (<c>1982. gada 14. maijā</c>); 0 when there are none.</summary>
    private static int DayAndMonth(ReadOnlySpan<char> text, int at, int year)
    {
        var dayEnd = AddressText.Digits(text, at);
        if (dayEnd - at is not (1 or 2) || SkipGap(text, dayEnd) is var i && i == dayEnd) return 0;
        var end = i;
        while (end < text.Length && end - i <= MonthNames.Longest && IsOfName(text[end])) end++;
        var name = text[i..end];
        if (name.Length < 3 || !char.IsLower(name[0]) || Math.Max(MonthNames.Of(name), MonthNames.OfAny(name)) is not (> 0 and var month))
            return 0;
        return DatePlace.Exists(year, month, CalendarDate.Number(text[at..dayEnd])) ? end : 0;
    }

    private static bool IsOfName(char c) => c < '\u0300' ? char.IsLetter(c) : FieldVocabulary.IsOfWord(c) || c is '\u05F3' or '\u0970';

    private static DatePlace MonthFirst(ReadOnlySpan<char> text, int dayStart, int dayEnd, int day)
    {
        var start = MonthBefore(text, dayStart, out var month);
        if (month == 0) return default;
        var end = SkipOrdinal(text, dayEnd);
        var (yearEnd, year) = Year(text, end);
        if (yearEnd > 0) return DatePlace.Exists(year, month, day) ? new(start, yearEnd, 0.9f) : default;
        if (end < text.Length && text[end] is '.' or ',' or ':' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))
            return default;
        return DatePlace.Exists(2000, month, day) ? new(start, end, IsVerb(text, start, end) ? 0.3f : 0.6f) : default;
    }

    /// <summary>"you may 5 times retry", "march 15 miles": a verb in small letters has its subject before it,
    /// or what is counted after it.</summary>
    private static bool IsVerb(ReadOnlySpan<char> text, int start, int end)
    {
        if (char.IsUpper(text[start]) || text[start..end].IndexOf(' ') is not (3 or 4 or 5)) return false;
        if (text[start..].StartsWith("may") is false && text[start..].StartsWith("mar") is false) return false;
        if (start > 1 && text[start - 1] == ' '
            && text[AddressText.WordStart(text, start - 1)..(start - 1)] is "i" or "I" or "you" or "You" or "he" or "she" or "it" or "It"
                or "we" or "We" or "they" or "They" or "there" or "who" or "which" or "one" or "to" or "or") return true;
        if (end + 1 >= text.Length || text[end] is '%') return end < text.Length;
        if (text[end] != ' ' || !char.IsLower(text[end + 1])) return false;
        var next = text[(end + 1)..AddressText.WordEnd(text, end + 1)];
        return next.Length > 3 && next[^1] == 's'
            || next is "more" or "or" or "people" or "men" or "women" or "children" or "percent" or "km" or "times";
    }

    private static DatePlace MonthAndYear(ReadOnlySpan<char> text, int yearStart, int yearEnd)
    {
        var start = MonthBefore(text, yearStart, out var month);
        if (month == 0) return default;
        var i = BeforeLinks(text, start);
        if (i > 0 && char.IsAsciiDigit(text[i - 1])) return default;
        return new(start, yearEnd, 0.55f);
    }

    /// <summary>Goes back over what may stand between a day and its month: "5th of March".</summary>
    private static int BeforeLinks(ReadOnlySpan<char> text, int position)
    {
        var i = position;
        while (i > 0 && position - i < 10)
        {
            if (text[i - 1] is ' ' or '.' or '-' or '/' or '\u00A0' or 'º' or '°') i--;
            else if (i > 1 && text[(i - 2)..i] is "of" or "de" or "di" or "do" or "th" or "st" or "nd" or "rd" or "er") i -= 2;
            else break;
        }
        return i;
    }

    /// <summary>A word such as "may" or "mar" means a month more often with a capital.</summary>
    private static float WithoutYear(ReadOnlySpan<char> name) => name.Length >= 5 || char.IsUpper(name[0]) ? 0.6f : 0.3f;

    /// <summary>Start of the month's name that ends just before <paramref name="position"/>.</summary>
    private static int MonthBefore(ReadOnlySpan<char> text, int position, out int month)
    {
        month = 0;
        var end = position;
        while (end > 0 && position - end < MaxGap && text[end - 1] is ' ' or '.' or '-' or ',' or '\u00A0' or '/') end--;
        if (end == position) return position;
        if (end > 3 && text[(end - 3)..end] is " de") end -= 3;
        else if (end > 4 && text[(end - 4)..end] is " del" or " the") end -= 4;
        var start = end;
        while (start > 0 && end - start <= MonthNames.Longest && char.IsLetter(text[start - 1])) start--;
        month = MonthNames.Of(text[start..end]);
        return start;
    }

    private static (int End, int Value) Year(ReadOnlySpan<char> text, int position, bool isOther = false)
    {
        var i = SkipGap(text, position);
        i = SkipWord(text, i, "de ", "del ", "of ", "do ", "พ.ศ. ", "ค.ศ. ", "на ");
        var apostrophe = i < text.Length && text[i] is '\'' or '\u2019';
        if (apostrophe) i++;
        int end = i, value = 0;
        for (; end < text.Length && end - i < 5 && char.IsAsciiDigit(text[end]); end++) value = value * 10 + text[end] - '0';
        var digits = end - i;
        if (i == position || (end < text.Length && Neighbourhood.IsWord(text[end]))) return default;
        if (digits == 4) return value is >= 1800 and <= 2199 || (isOther && value is >= 1200 and <= 2700) ? (end, value) : default;
        var joined = text[position] is '-' or '/' or '.' || apostrophe;
        return digits == 2 && joined && !(end < text.Length && text[end] == ':') ? (end, value) : default;
    }

    private static int SkipOrdinal(ReadOnlySpan<char> text, int i)
    {
        if (i + 2 < text.Length && text[i] == ' ' && text.Slice(i + 1, 2) is "st" or "nd" or "rd" or "th"
            && !(i + 3 < text.Length && char.IsLetter(text[i + 3]))) return i + 3;
        if (i + 1 < text.Length && text.Slice(i, 2) is "st" or "nd" or "rd" or "th" or "er") return i + 2;
        return i < text.Length && text[i] is 'º' or '°' ? i + 1 : i;
    }

    private static int SkipGap(ReadOnlySpan<char> text, int i)
    {
        var limit = Math.Min(text.Length, i + MaxGap);
        while (i < limit && text[i] is ' ' or '.' or ',' or '-' or '/' or '\u00A0') i++;
        return i;
    }

    private static int SkipWord(ReadOnlySpan<char> text, int i, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
            if (i < text.Length && text[i..].StartsWith(word, StringComparison.OrdinalIgnoreCase)) return i + word.Length;
        return i;
    }
}
