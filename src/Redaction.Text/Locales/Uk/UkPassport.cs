using System.Text.RegularExpressions;

namespace Redaction.Text;

/// <summary>United Kingdom passport number: nine digits, or two letters and seven digits; words near by must name it, since there is no check digit outside the machine readable zone (HM Passport Office).</summary>
internal static partial class UkPassport
{
    private static readonly ContextWords s_context = new(
        "passport", "passport number", "passport no", "british passport", "uk passport", "hm passport office");

    public static ITextDetector Detector { get; } = new ShapedDetector(
        Shape(Pattern(), 0.2f, 0.85f),
        Shape(Bare(), 0.1f, 0.85f));

    private static PatternDetector Shape(Regex pattern, float score, float contextScore) => new("uk.passport", new("passport"), pattern)
    {
        Anchors = AnchorKinds.Word,
        MinDigits = 7,
        Score = score,
        ContextScore = contextScore,
        Context = s_context,
    };

    [GeneratedRegex(@"\b[A-Z]{2}[0-9]{7}\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 30000)]
    private static partial Regex Pattern();

    [GeneratedRegex(@"\b[0-9]{9}\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 30000)]
    private static partial Regex Bare();
}
