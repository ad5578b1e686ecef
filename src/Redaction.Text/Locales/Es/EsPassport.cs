using System.Text.RegularExpressions;

namespace Redaction.Text;

/// <summary>Spanish passport number: three letters and six digits; words near by must name it, since there is no check digit (Real Decreto 896/2003).</summary>
internal static partial class EsPassport
{
    private static readonly ContextWords s_context = new(
        "pasaporte", "pasaportes", "passport", "número de pasaporte", "numero de pasaporte", "documento de viaje");

    public static ITextDetector Detector { get; } = Shape(Pattern(), 0.2f, 0.85f);

    private static PatternDetector Shape(Regex pattern, float score, float contextScore) => new("es.passport", new("passport"), pattern)
    {
        Anchors = AnchorKinds.Word,
        MinDigits = 6,
        Score = score,
        ContextScore = contextScore,
        Context = s_context,
    };

    [GeneratedRegex(@"\b[A-Z]{3}[0-9]{6}\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 30000)]
    private static partial Regex Pattern();
}
