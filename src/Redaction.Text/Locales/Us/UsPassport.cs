using System.Text.RegularExpressions;

namespace Redaction.Text;

/// <summary>United States passport number: nine digits, or a letter and eight digits; words near by must name it, since there is no check digit outside the machine readable zone (Department of State).</summary>
internal static partial class UsPassport
{
    private static readonly ContextWords s_context = new(
        "passport", "passport number", "passport no", "us passport", "travel document", "department of state");

    public static ITextDetector Detector { get; } = Shape(Pattern(), 0.2f, 0.85f);

    private static PatternDetector Shape(Regex pattern, float score, float contextScore) => new("us.passport", new("passport"), pattern)
    {
        Anchors = AnchorKinds.Word,
        MinDigits = 8,
        Score = score,
        ContextScore = contextScore,
        Context = s_context,
    };

    [GeneratedRegex(@"\b[A-Z][0-9]{8}\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 30000)]
    private static partial Regex Pattern();
}
