using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.Uk;

/// <summary>United Kingdom NHS number, also the Scottish CHI and the Northern Irish H&amp;C number: ten digits, the last one modulus 11
/// (NHS Data Dictionary, NHS NUMBER). One telephone number in eleven passes too, so the grouping alone scores low.</summary>
internal static partial class Nhs
{
    private static readonly ContextWords s_context = new(
        "nhs", "chi", "chi no", "h&c", "health and care", "national health", "patient", "hospital", "gp", "surgery");

    public static ITextDetector Detector { get; } = new ShapedDetector(Shape(Grouped(), 0.55f), Shape(Bare(), 0.35f));

    private static PatternDetector Shape(Regex pattern, float score) => new("uk.nhs", pattern)
    {
        Score = score,
        Validate = HasCheckDigit,
        Context = s_context,
    };

    private static bool HasCheckDigit(ReadOnlySpan<char> value)
    {
        Span<char> digits = stackalloc char[10];
        Digits.Copy(value, digits);
        return WeightedSum.Of(digits, [10, 9, 8, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0 && digits.ContainsAnyExcept(digits[0]);
    }

    [GeneratedRegex(@"\b[0-9]{3}([- \u00A0])[0-9]{3}\1[0-9]{4}\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"\b[0-9]{10}\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Bare();
}
