using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.De;

/// <summary>German tax number, thirteen digits or as the states write it with slashes; the check digit differs from state to state, so
/// words near by must name a bare number (§ 139a AO, ELSTER).</summary>
internal static partial class TaxNumber
{
    private static readonly ContextWords s_context = new(
        "steuernummer", "steuer nr", "st nr", "st-nr", "st.-nr", "stnr", "steuernr", "finanzamt", "tax number");

    public static ITextDetector Detector { get; } = new ShapedDetector(
        Shape(Bare(), 0.15f, 0.85f),
        Shape(Slashed(), 0.45f, 0.9f));

    private static PatternDetector Shape(Regex pattern, float score, float contextScore) => new("de.tax-number", pattern)
    {
        Score = score,
        ContextScore = contextScore,
        Context = s_context,
    };

    [GeneratedRegex(@"\b[0-3][0-9]{12}\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Bare();

    [GeneratedRegex(@"\b[0-9]{2,3}/[0-9]{3,4}/[0-9]{4,5}\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Slashed();
}
