using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.Se;

/// <summary>Swedish organisation number: ten digits, the third at least 2 so that none is a date of birth, the last a Luhn digit (lag
/// 1974:174, Skatteverket).</summary>
internal static partial class Orgnr
{
    private static readonly ContextWords s_context = new(
        "organisationsnummer", "orgnr", "org nr", "org.nr", "org no", "företag", "company", "bolag", "moms", "f-skatt", "identity code");

    public static ITextDetector Detector { get; } = new ShapedDetector(
        Shape(Grouped(), 0.65f, 0.95f),
        Shape(Bare(), 0.25f, 0.85f));

    private static PatternDetector Shape(Regex pattern, float score, float contextScore) => new("se.orgnr", pattern)
    {
        Score = score,
        ContextScore = contextScore,
        Validate = Luhn.IsValid,
        Context = s_context,
    };

    [GeneratedRegex(@"\b[1-9][0-9][2-9][0-9]{3}-[0-9]{4}\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"\b[1-9][0-9][2-9][0-9]{7}\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Bare();
}
