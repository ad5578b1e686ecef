namespace Redaction.Text;

/// <summary>Dates written in digits only.</summary>
internal static class NumericDate
{
    /// <summary>Score of a date with a day that its month does not have.</summary>
    private const float Mistyped = 0.5f, Weak = 0.35f;

    /// <summary>The date whose first group of digits stands from <paramref name="start"/> to <paramref name="end"/>.</summary>
    public static DatePlace At(ReadOnlySpan<char> text, int start, int end)
    {
        if (end - start == 8) return Compact(text, start, end);
        if (end >= text.Length || text[end] is not ('-' or '/' or '.' or '\u2011' or '\u2013') || IsJoined(text, start)) return default;
        var separator = text[end];
        var second = Next(text, end, separator);
        if (second.Start >= 0 && separator == '/' && Scandinavian(text, start, end, second.Start,
            second.End) is { End: > 0 } place) return place;
        if (second.Start >= 0 && separator is '/' or '-' && (second.End >= text.Length || text[second.End] != separator))
            return OfTwo(text, start, end, second.Start, second.End, separator);
        if (second.Start < 0 || second.End - second.Start > 2 || second.End >= text.Length || text[second.End] != separator) return default;
        var third = Next(text, second.End, separator);
        if (third.Start < 0) return default;
        if (separator == '.' && IsVersion(text, start, third.End)) return default;
        var score = Score(text[start..end], text[second.Start..second.End], text[third.Start..third.End], separator);
        if (score == 0f && third.End - third.Start == 2 && end - start == 2 && separator != '.' && HasTime(text, third.End))
            score = Mistyped;
        if (score == 0f) return default;
        if (end - start == 4) return WithTime(text, start, third.End, score);
        return IsContinued(text, third.End, separator) ? default : WithTime(text, start, third.End, score);
    }

    /// <summary>Month and year (<c>09/2021</c>), and day and month after "on" or "is" (<c>due on 5/21</c>):
    /// two numbers mean much else.</summary>
    private static DatePlace OfTwo(ReadOnlySpan<char> text, int start, int end, int second, int secondEnd, char separator)
    {
        if (end - start > 2 || IsContinued(text, secondEnd, '-') || IsContinued(text, secondEnd, '/') || IsContinued(text, secondEnd, '.'))
            return default;
        int a = Value(text[start..end]), b = Value(text[second..secondEnd]);
        if (secondEnd - second == 4) return a is >= 1 and <= 12 && b is >= 1900 and <= 2099 ? new(start, secondEnd, 0.5f) : default;
        if (secondEnd - second > 2 || (separator != '/' && !IsEnd(text, secondEnd)) || !(DatePlace.Exists(2000, a, b)
            || DatePlace.Exists(2000, b, a))) return default;
        return FollowsDay(text, start) ? new(start, secondEnd, 0.5f)
            : separator == '/' && (FollowsDeed(text, start) || HasZero(text, second, secondEnd)
                || NoteDates.AreMany(text, start, secondEnd))
            ? new(start, secondEnd, Weak) : default;
    }

    /// <summary>A zero before the second number, which no fraction and no count of points has: <c>3/09</c>.</summary>
    private static bool HasZero(ReadOnlySpan<char> text, int second, int end) => end - second == 2 && text[second] == '0'
        && text[second + 1] != '0' && (end == text.Length || text[end] is ' ' or ',' or ';' or '.' or ')' or '\n' or '\r');

    /// <summary><c>3/3-71</c>, <c>3/3 1971</c>: day, month, and a year that something else sets off.</summary>
    private static DatePlace Scandinavian(ReadOnlySpan<char> text, int start, int end, int second, int secondEnd)
    {
        if (end - start > 2 || secondEnd - second > 2 || secondEnd >= text.Length || text[secondEnd] is not ('-' or ' ')) return default;
        var stop = AddressText.Digits(text, secondEnd + 1);
        var digits = stop - secondEnd - 1;
        if (!(digits == 4 || (digits == 2 && text[secondEnd] == '-')) || (stop < text.Length
            && Neighbourhood.IsWord(text[stop]))) return default;
        if (IsContinued(text, stop, '-') || IsContinued(text, stop, '/') || IsContinued(text, stop, '.')) return default;
        var year = Value(text[(secondEnd + 1)..stop]);
        if (!DatePlace.Exists(year, Value(text[second..secondEnd]), Value(text[start..end]))) return default;
        if (digits == 4 && year is < 1900 or > 2099) return default;
        return new(start, stop, digits == 2 ? 0.6f : 0.65f);
    }

    /// <summary>After "on", or what was done: <c>returned 2/14</c>; enough where every day counts, as in health care.</summary>
    private static bool FollowsDeed(ReadOnlySpan<char> text, int start)
    {
        if (start < 4 || text[start - 1] != ' ') return false;
        var word = text[AddressText.WordStart(text, start - 1)..(start - 1)];
        return word is "on" || NoteDates.IsDoneOnADay(word) || (word.Length > 5 && word.EndsWith("ed")
            && word is not ("scored" or "graded" or "estimated" or "measured"));
    }

    /// <summary>Two numbers with a hyphen are a range where anything is counted after them.</summary>
    private static bool IsEnd(ReadOnlySpan<char> text, int end) => end == text.Length
        || text[end] is '.' or ',' or ';' or ')' or '\n' or '\r';

    private static bool FollowsDay(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end > 0 && start - end < 2 && text[end - 1] is ' ' or ',') end--;
        foreach (var word in (ReadOnlySpan<string>)["day", "today is", "tomorrow", "dated", "due", "date", "due on", "born on", "dob",
            "until", "since", "admitted", "discharged", "admission", "discharge", "seen on", "seen", "visit on", "visited on",
            "surgery on", "operated on", "transferred", "died", "deceased", "readmitted", "d/c", "d/c'd", "dc'd", "f/u", "follow-up",
            "follow up", "admit", "dos", "dod", "doa", "appt", "appointment", "adm", "surg", "disch", "recheck", "recheck on", "lmp", "bx",
            "rtc", "edd", "edc", "doi", "last visit", "next visit", "last dose", "next appt", "onset", "intubated", "extubated",
            "delivered", "expired"])
            if (text[..end].EndsWith(word, StringComparison.OrdinalIgnoreCase)
                && (end == word.Length || !char.IsLetter(text[end - word.Length - 1]) || word is "day" or "date")) return true;
        return text[..end].EndsWith("oday is", StringComparison.Ordinal);
    }

    /// <summary>The group of digits after a separator, which a point may follow with one space, as in <c>5. 3. 2024</c>.</summary>
    private static (int Start, int End) Next(ReadOnlySpan<char> text, int separatorAt, char separator)
    {
        var start = separatorAt + 1;
        if (separator == '.' && start < text.Length && text[start] == ' ') start++;
        var end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        return end == start ? (-1, -1) : (start, end);
    }

    private static float Score(ReadOnlySpan<char> first, ReadOnlySpan<char> second, ReadOnlySpan<char> third, char separator)
    {
        int a = Value(first), b = Value(second), c = Value(third);
        if (first.Length == 4)
        {
            if (third.Length > 2 || !DatePlace.MayBeMeant(a, b, c)) return 0f;
            return !DatePlace.Exists(a, b, c) ? (third.Length == 2 && separator != '.' ? Mistyped : 0f) : separator == '-' ? 0.85f : 0.75f;
        }
        if (first.Length > 2 || third.Length is not (2 or 4)) return 0f;
        var dayFirst = DatePlace.Exists(c, b, a);
        var monthFirst = separator != '.' && DatePlace.Exists(c, a, b);
        if (third.Length == 2)
        {
            if (!dayFirst && !monthFirst)
                return separator != '.' && first.Length == 2 && (DatePlace.Exists(a, b, c) || IsMistyped(a, b, c)) ? 0.4f : 0f;
            return separator == '/' ? 0.6f : first.Length == 2 && second.Length == 2 ? 0.55f : 0.4f;
        }
        if (!dayFirst && !(monthFirst || DatePlace.Exists(c, a, b)))
            return first.Length == 2 && second.Length == 2 && IsMistyped(a, b, c) ? Mistyped : 0f;
        return separator == '/' ? 0.8f : 0.75f;
    }

    /// <summary>"2.9.14+patch", "kernel 2.6.30": three numbers that a revision follows or the name of a program in
    /// small letters leads.</summary>
    private static bool IsVersion(ReadOnlySpan<char> text, int start, int end)
    {
        if (end + 1 < text.Length && text[end] is '+' or '~' && char.IsAsciiLetterOrDigit(text[end + 1])) return true;
        if (start < 2 || text[start - 1] != ' ') return false;
        var last = text[..start].TrimEnd(' ').Length;
        var word = text[AddressText.WordStart(text, last)..last];
        var isShort = text[start + 1] == '.' && text[start..end].LastIndexOf('.') == end - start - 3; // 1.8.12
        return (isShort && (word is "in" or "than" || NameWords.IsSoftware(word))) || word is "kernel" or "Linux" or "version" or "Version" or "release"
                or "Release" or "v";
    }

    /// <summary>A time of day belongs to the three groups: they are a date, whatever was mistyped.</summary>
    private static bool HasTime(ReadOnlySpan<char> text, int end) =>
        end + 5 < text.Length && text[end] is '@' or 'T' && text[end + 3] == ':' && Digits.Count(text.Slice(end + 1, 5)) == 4;

    private static bool IsMistyped(int a, int b, int year) => DatePlace.MayBeMeant(year, a, b) || DatePlace.MayBeMeant(year, b, a);

    /// <summary>Eight digits are a date only where words say so.</summary>
    private static DatePlace Compact(ReadOnlySpan<char> text, int start, int end)
    {
        var value = text[start..end];
        return DatePlace.Exists(Value(value[..4]), Value(value[4..6]), Value(value[6..])) && value[0] is '1' or '2'
            && Neighbourhood.IsFree(text, TextSpan.FromBounds(start, end), Boundary.Isolated)
            ? new(start, end, 0.3f) : default;
    }

    private static int Value(ReadOnlySpan<char> digits)
    {
        var value = 0;
        foreach (var c in digits[..Math.Min(digits.Length, 6)]) value = value * 10 + c - '0';
        return value;
    }

    private static bool IsJoined(ReadOnlySpan<char> text, int start) =>
        start > 1 && text[start - 1] is '-' or '/' or '.' && char.IsAsciiLetterOrDigit(text[start - 2]);

    private static bool IsContinued(ReadOnlySpan<char> text, int end, char separator) =>
        end + 1 < text.Length && text[end] == separator && char.IsAsciiLetterOrDigit(text[end + 1]);

    /// <summary>Takes in the time of an ISO 8601 timestamp, which is joined to its date.</summary>
    private static DatePlace WithTime(ReadOnlySpan<char> text, int start, int end, float score)
    {
        if (end + 5 < text.Length && text[end] is 'T' or 't' && char.IsAsciiDigit(text[end + 1]) && char.IsAsciiDigit(text[end + 2]))
        {
            var i = end + 3;
            while (i < text.Length && i - end < 40
                && (char.IsAsciiDigit(text[i]) || text[i] is ':' or '.' or ',' or '+' or '-' or 'Z' or 'z')) i++;
            while (text[i - 1] is ':' or '.' or ',' or '+' or '-') i--;
            return new(start, i, 0.9f);
        }
        return IsContinued(text, end, '-') || IsContinued(text, end, '/') ? default : new(start, end, score);
    }
}
