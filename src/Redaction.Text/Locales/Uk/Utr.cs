using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.Uk;

/// <summary>United Kingdom unique taxpayer reference: a check digit, then nine digits with weights 6 7 8 9 10 5 4 3 2 modulo 11, looked up
/// in 21987654321 (HMRC).</summary>
internal static partial class Utr
{
    private static readonly ContextWords s_context = new(
        "utr", "unique taxpayer", "taxpayer reference", "self assessment", "hmrc", "tax reference");

    public static ITextDetector Detector { get; } = new PatternDetector("uk.utr", Pattern())
    {
        Score = 0.35f,
        Validate = HasCheckDigit,
        Context = s_context,
    };

    private static bool HasCheckDigit(ReadOnlySpan<char> value) =>
        "21987654321"[WeightedSum.Of(value, [0, 6, 7, 8, 9, 10, 5, 4, 3, 2]) % 11] == value[0];

    [GeneratedRegex(@"\b[0-9]{5} ?[0-9]{5}K?\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Pattern();
}
