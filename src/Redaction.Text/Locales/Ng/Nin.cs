using System.Text.RegularExpressions;

namespace Redaction.Text;

/// <summary>Nigerian national identification number: eleven digits, the last a Verhoeff check digit (National Identity Management Commission).</summary>
internal static partial class Nin
{
    private static readonly ContextWords s_context = new(
        "nin", "nimc", "national identification number", "national identity", "national id", "nigerian");

    public static ITextDetector Detector { get; } = Shape(Pattern(), 0.35f, Verhoeff.IsValid, 0.9f);

    private static PatternDetector Shape(Regex pattern, float score, SpanPredicate? validate, float contextScore) => new("ng.nin", new("ng.nin"), pattern)
    {
        Anchors = AnchorKinds.Number,
        MinDigits = 11,
        Score = score,
        ContextScore = contextScore,
        Validate = validate,
        Context = s_context,
    };

    [GeneratedRegex(@"\b[1-9][0-9]{10}\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 30000)]
    private static partial Regex Pattern();
}
