using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.Nl;

/// <summary>Dutch citizen service number (burgerservicenummer): nine digits that pass the eleven test, weights 9 to 2 and minus 1
/// (Rijksdienst voor Identiteitsgegevens, Logisch Ontwerp BSN).</summary>
internal static partial class Bsn
{
    private static readonly ContextWords s_context = new(
        "bsn", "bsnnummer", "bsn-nummer", "burgerservicenummer", "burger service", "sofi", "sofinummer", "sofi-nummer", "citizen service",
        "persoonsnummer");

    public static ITextDetector Detector { get; } = new ShapedDetector(Shape(Grouped(), 0.6f), Shape(Bare(), 0.35f));

    private static PatternDetector Shape(Regex pattern, float score) => new("nl.bsn", pattern)
    {
        Score = score,
        Validate = static value =>
            WeightedSum.Of(value, [9, 8, 7, 6, 5, 4, 3, 2, 10]) % 11 == 0 && value[3..].ContainsAnyExcept(value[0], '.'),
        Context = s_context,
    };

    [GeneratedRegex(@"\b[0-9]{4}\.[0-9]{2}\.[0-9]{3}\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"\b[0-9]{9}\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Bare();
}
