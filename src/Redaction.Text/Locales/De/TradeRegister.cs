using System.Text.RegularExpressions;

namespace Redaction.Text;

/// <summary>German trade register number: section A or B and three to six digits, at some courts a letter (HRV § 13).</summary>
internal static partial class TradeRegister
{
    private static readonly ContextWords s_context = new(
        "handelsregister", "amtsgericht", "registergericht", "registernummer", "ag", "hrb", "hra");

    public static ITextDetector Detector { get; } = Shape(Pattern(), 0.6f, 0.9f);

    private static PatternDetector Shape(Regex pattern, float score, float contextScore) => new("de.trade-register", new("de.trade-register"), pattern)
    {
        Anchors = AnchorKinds.Word,
        MinDigits = 3,
        Reach = 9,
        Score = score,
        ContextScore = contextScore,
        Context = s_context,
    };

    [GeneratedRegex(@"\bHR[AB][ .:-]{0,2}(?:Nr[.:]? )?[0-9]{3,6}(?: ?[A-Z])?\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();
}
