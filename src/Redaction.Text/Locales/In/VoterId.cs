using System.Text.RegularExpressions;

namespace Redaction.Text;

/// <summary>Indian voter number (EPIC): three letters and seven digits of which the last is a Luhn digit on newer cards; words near by must name it (Election Commission of India).</summary>
internal static partial class VoterId
{
    private static readonly ContextWords s_context = new(
        "voter", "voters", "vote", "epic", "voter id", "election", "elector", "electoral");

    public static ITextDetector Detector { get; } = Shape(Pattern(), 0.25f, 0.85f);

    private static PatternDetector Shape(Regex pattern, float score, float contextScore) => new("in.voter", new("in.voter"), pattern)
    {
        Anchors = AnchorKinds.Word,
        MinDigits = 7,
        Score = score,
        ContextScore = contextScore,
        Context = s_context,
    };

    [GeneratedRegex(@"\b[A-Z]{3}[0-9]{7}\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 30000)]
    private static partial Regex Pattern();
}
