using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.Kr;

/// <summary>Korean resident registration number, and that of foreigners: date of birth, century and sex, six digits. Until October 2020 the
/// last is a check digit with weights 2 to 9, 2 to 5 modulo 11; since then it is random, so a wrong one only lowers the score (Ministry of
/// the Interior and Safety).</summary>
internal static partial class Rrn
{
    private static readonly ContextWords s_context = new(
        "주민등록번호", "주민번호", "주민등록", "외국인등록번호", "rrn", "resident registration", "frn", "alien registration", "foreigner registration");

    public static ITextDetector Detector { get; } = new ShapedDetector(
        Shape(Grouped(), 0.8f, static value => HasDate(value) && HasCheckDigit(value)),
        Shape(Grouped(), 0.45f, static value => HasDate(value) && !HasCheckDigit(value)),
        Shape(Bare(), 0.4f, HasDate));

    private static PatternDetector Shape(Regex pattern, float score, SpanPredicate validate) => new("kr.rrn", pattern)
    {
        Score = score,
        Validate = validate,
        Context = s_context,
    };

    private static bool HasCheckDigit(ReadOnlySpan<char> value)
    {
        Span<char> digits = stackalloc char[13];
        Digits.Copy(value, digits);
        var foreigner = digits[6] is >= '5' and <= '8';
        return ((foreigner ? 13 : 11) - WeightedSum.Of(digits, [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]) % 11) % 10 == digits[12] - '0';
    }

    private static bool HasDate(ReadOnlySpan<char> value)
    {
        Span<char> digits = stackalloc char[13];
        Digits.Copy(value, digits);
        var century = digits[6] switch { '9' or '0' => 1800, '1' or '2' or '5' or '6' => 1900, _ => 2000 };
        return CalendarDate.Exists(
            century + CalendarDate.Number(digits[..2]), CalendarDate.Number(digits[2..4]), CalendarDate.Number(digits[4..6]));
    }

    [GeneratedRegex(@"\b[0-9]{2}[01][0-9][0-3][0-9]-[0-9]{7}\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"\b[0-9]{2}[01][0-9][0-3][0-9]{8}\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Bare();
}
