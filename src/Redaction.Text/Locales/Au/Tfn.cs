using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.Au;

/// <summary>Australian tax file number: nine digits, weights 1, 4, 3, 7, 5, 8, 6, 9, 10, divisible by 11 (Australian Taxation
/// Office).</summary>
internal static partial class Tfn
{
    private static readonly ContextWords s_context = new(
        "tfn", "tfns", "tax file", "tax file number", "ato", "taxation office", "superannuation");

    public static ITextDetector Detector { get; } = new ShapedDetector(Shape(Grouped(), 0.55f), Shape(Bare(), 0.3f));

    private static PatternDetector Shape(Regex pattern, float score) => new("au.tfn", pattern)
    {
        Score = score,
        Validate = static value => WeightedSum.Of(value, [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 == 0 && value.ContainsAnyInRange('1', '9'),
        Context = s_context,
    };

    [GeneratedRegex(@"(?<![0-9] )\b[0-9]{3}([- ])[0-9]{3}\1[0-9]{3}\b(?! [0-9])", Matching.Exact, Matching.Timeout)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"\b[0-9]{9}\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Bare();
}
