using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.Us;

/// <summary>United States national provider identifier of health care: ten digits starting with 1 or 2, the last a Luhn digit over 80840
/// and the first nine (45 CFR 162.406).</summary>
internal static partial class Npi
{
    private static readonly ContextWords s_context = new(
        "npi", "npis", "national provider", "provider id", "provider identifier", "provider number", "prescriber", "rendering provider");

    public static ITextDetector Detector { get; } = new PatternDetector("us.npi", Pattern())
    {
        Score = 0.35f,
        Validate = HasCheckDigit,
        Context = s_context,
    };

    private static bool HasCheckDigit(ReadOnlySpan<char> value)
    {
        Span<char> digits = stackalloc char[15];
        "80840".CopyTo(digits);
        Digits.Copy(value, digits[5..]);
        return Luhn.IsValid(digits);
    }

    [GeneratedRegex(@"\b[12][0-9]{3}([- ]?)[0-9]{3}\1[0-9]{3}\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Pattern();
}
