using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.Cz;

/// <summary>Czech and Slovak birth number (rodné číslo): date of birth, month plus 50 for women (plus 20 and 70 where numbers run out),
/// three digits and one that makes it divisible by 11; until 1985 a remainder of 10 was written as 0 (Zákon 133/2000 Sb., Zákon 301/1995 Z.
/// z.).</summary>
internal static partial class Rc
{
    private static readonly ContextWords s_context = new(
        "rodné číslo", "rodne cislo", "rodného čísla", "rč", "rc", "r.č", "birth number", "rodné č");

    public static ITextDetector Detector { get; } = new ShapedDetector(Shape(Grouped(), 0.75f), Shape(Bare(), 0.4f));

    private static PatternDetector Shape(Regex pattern, float score) => new("cz.rc", pattern)
    {
        Score = score,
        Validate = IsValid,
        Context = s_context,
    };

    private static bool IsValid(ReadOnlySpan<char> value)
    {
        Span<char> digits = stackalloc char[10];
        Digits.Copy(value, digits);
        var month = CalendarDate.Number(digits[2..4]);
        if (month > 50) month -= 50;
        if (month > 20) month -= 20;
        var year = CalendarDate.Number(digits[..2]);
        var remainder = CalendarDate.Number(digits[..9]) % 11;
        var check = digits[9] - '0';
        return (remainder == check || (remainder == 10 && check == 0 && year is >= 54 and <= 85))
            && CalendarDate.ExistsInSomeCentury(year, month, CalendarDate.Number(digits[4..6]));
    }

    [GeneratedRegex(@"\b[0-9]{6}/[0-9]{4}\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"\b[0-9]{10}\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Bare();
}
