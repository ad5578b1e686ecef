using System.Text.RegularExpressions;

namespace Redaction.Text;

/// <summary>Korean passport number: M, S, R, O, D or G, then eight digits or, since 2021, three digits, a letter and four digits; words near by must name it (Ministry of Foreign Affairs).</summary>
internal static partial class KrPassport
{
    private static readonly ContextWords s_context = new(
        "여권", "여권번호", "여권번호는", "passport", "passport number", "korean passport");

    public static ITextDetector Detector { get; } = new ShapedDetector(
        Shape(Pattern(), 0.35f, 0.85f),
        Shape(Old(), 0.2f, 0.85f));

    private static PatternDetector Shape(Regex pattern, float score, float contextScore) => new("kr.passport", new("passport"), pattern)
    {
        Anchors = AnchorKinds.Word,
        MinDigits = 7,
        Score = score,
        ContextScore = contextScore,
        Context = s_context,
    };

    [GeneratedRegex(@"\b[MSRODG][0-9]{3}[A-Z][0-9]{4}(?![0-9A-Za-z])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 30000)]
    private static partial Regex Pattern();

    [GeneratedRegex(@"\b[MSRODG][0-9]{8}(?![0-9A-Za-z])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 30000)]
    private static partial Regex Old();
}
