using System.Text.RegularExpressions;

namespace Redaction.Text;

/// <summary>Italian identity card number: two letters, five digits and two letters, or on older cards two letters and seven digits, or seven digits and two letters; words near by must name it (Ministero dell'Interno).</summary>
internal static partial class ItIdCard
{
    private static readonly ContextWords s_context = new(
        "carta d'identità", "carta identità", "carta di identità", "identità", "cie", "documento", "identity card", "id card");

    public static ITextDetector Detector { get; } = new ShapedDetector(
        Shape(Electronic(), 0.35f, 0.85f),
        Shape(Paper(), 0.2f, 0.8f));

    private static PatternDetector Shape(Regex pattern, float score, float contextScore) => new("it.id-card", new("it.id-card"), pattern)
    {
        Anchors = AnchorKinds.Word,
        MinDigits = 5,
        Reach = 3,
        Score = score,
        ContextScore = contextScore,
        Context = s_context,
    };

    [GeneratedRegex(@"\b[A-Z]{2}[0-9]{5}[A-Z]{2}\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 30000)]
    private static partial Regex Electronic();

    [GeneratedRegex(@"\b(?:[A-Z]{2} ?[0-9]{7}|[0-9]{7}[A-Z]{2})\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 30000)]
    private static partial Regex Paper();
}
