using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.Kr;

/// <summary>Korean business registration number, which sole traders have too: ten digits as 3-2-5, the last a check digit with weights 1,
/// 3, 7 and 5 (National Tax Service).</summary>
internal static partial class BusinessNumber
{
    private static readonly ContextWords s_context = new("사업자등록번호", "사업자번호", "사업자", "brn", "business registration", "business number");

    public static ITextDetector Detector { get; } = new ShapedDetector(Shape(Grouped(), 0.65f), Shape(Bare(), 0.2f));

    private static PatternDetector Shape(Regex pattern, float score) => new("kr.business-number", pattern)
    {
        Score = score,
        Validate = HasCheckDigit,
        Context = s_context,
    };

    private static bool HasCheckDigit(ReadOnlySpan<char> value)
    {
        Span<char> digits = stackalloc char[10];
        Digits.Copy(value, digits);
        var sum = WeightedSum.Of(digits, [1, 3, 7, 1, 3, 7, 1, 3, 5]) + (digits[8] - '0') * 5 / 10;
        return (10 - sum % 10) % 10 == digits[9] - '0';
    }

    [GeneratedRegex(@"\b[1-9][0-9]{2}-[0-9]{2}-[0-9]{5}\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"\b[1-9][0-9]{9}\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Bare();
}
