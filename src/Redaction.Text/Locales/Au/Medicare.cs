using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.Au;

/// <summary>Australian Medicare card number: eight digits of which the first is 2 to 6, a check digit with weights 1, 3, 7, 9, and the
/// issue number (Services Australia).</summary>
internal static partial class Medicare
{
    private static readonly ContextWords s_context = new(
        "medicare", "medicare number", "medicare no", "medicare card", "irn", "bulk bill", "bulk billed");

    public static ITextDetector Detector { get; } = new ShapedDetector(Shape(Grouped(), 0.65f), Shape(Bare(), 0.35f));

    private static PatternDetector Shape(Regex pattern, float score) => new("au.medicare", pattern)
    {
        Score = score,
        Validate = HasCheckDigit,
        Context = s_context,
    };

    private static bool HasCheckDigit(ReadOnlySpan<char> value)
    {
        Span<char> digits = stackalloc char[10];
        Digits.Copy(value, digits);
        return WeightedSum.Of(digits, [1, 3, 7, 9, 1, 3, 7, 9]) % 10 == digits[8] - '0';
    }

    [GeneratedRegex(@"\b[2-6][0-9]{3}([- ])[0-9]{5}\1[1-9]\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"\b[2-6][0-9]{8}[1-9]\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Bare();
}
