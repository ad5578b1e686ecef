using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.Us;

/// <summary>United States DEA registration number of prescribers: a registrant letter, a letter or 9, seven digits; the last is the end of
/// the sum of the first, third and fifth and twice the second, fourth and sixth (21 CFR 1301).</summary>
internal static partial class DeaNumber
{
    private static readonly ContextWords s_context = new(
        "dea", "dea number", "dea no", "dea registration", "prescriber", "controlled substance", "medical license", "certificate number");

    public static ITextDetector Detector { get; } = new PatternDetector("us.dea", Pattern())
    {
        Anchors = AnchorKinds.Word,
        Score = 0.6f,
        Validate = HasCheckDigit,
        Context = s_context,
    };

    private static bool HasCheckDigit(ReadOnlySpan<char> value) =>
        WeightedSum.Of(value[2..], [1, 2, 1, 2, 1, 2]) % 10 == value[8] - '0';

    [GeneratedRegex(@"\b[A-HJ-MPRSTUX][A-Z9][0-9]{7}\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Pattern();
}
