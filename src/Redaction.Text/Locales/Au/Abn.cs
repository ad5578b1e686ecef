using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.Au;

/// <summary>Australian business number: eleven digits; the first less one, weights 10, 1, 3, 5 to 19, divisible by 89 (Australian Business
/// Register). Sole traders have one too.</summary>
internal static partial class Abn
{
    private static readonly ContextWords s_context = new("abn", "abns", "business number", "abr", "sole trader", "tax invoice");

    public static ITextDetector Detector { get; } = new ShapedDetector(Shape(Grouped(), 0.7f), Shape(Bare(), 0.4f));

    private static PatternDetector Shape(Regex pattern, float score) => new("au.abn", pattern)
    {
        Score = score,
        Validate = static value => (WeightedSum.Of(value, [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19]) - 10) % 89 == 0,
        Context = s_context,
    };

    [GeneratedRegex(@"\b[1-9][0-9] [0-9]{3} [0-9]{3} [0-9]{3}\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"\b[1-9][0-9]{10}\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Bare();
}
