using System.Text.RegularExpressions;

namespace Redaction.Text;

/// <summary>German practice number (Betriebsstättennummer): two digits of the association of physicians and seven more; there is no check digit, so words near by must name it (KBV).</summary>
internal static partial class PracticeNumber
{
    private static readonly ContextWords s_context = new(
        "bsnr", "betriebsstättennummer", "betriebsstätte", "nbsnr", "practice number");

    public static ITextDetector Detector { get; } = Shape(Pattern(), 0.15f, 0.85f);

    private static PatternDetector Shape(Regex pattern, float score, float contextScore) => new("de.bsnr", new("de.bsnr"), pattern)
    {
        Anchors = AnchorKinds.Number,
        MinDigits = 9,
        Score = score,
        ContextScore = contextScore,
        Context = s_context,
    };

    [GeneratedRegex(@"\b(?!00)[0-9]{9}\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 30000)]
    private static partial Regex Pattern();
}
