using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.Ca;

/// <summary>Canadian social insurance number: nine digits, Luhn; 0 and 8 are not first digits of a person (Service Canada).</summary>
internal static partial class Sin
{
    private static readonly ContextWords s_context = new(
        "sin", "sins", "social insurance", "nas", "assurance sociale", "numéro d'assurance", "social insurance number", "canada revenue",
        "cra", "t4");

    public static ITextDetector Detector { get; } = new ShapedDetector(Shape(Grouped(), 0.55f), Shape(Bare(), 0.3f));

    private static PatternDetector Shape(Regex pattern, float score) => new("ca.sin", pattern)
    {
        Score = score,
        Validate = static value => Luhn.IsValid(value) && value[4..].ContainsAnyExcept(value[0], ' ', '-'),
        Context = s_context,
    };

    [GeneratedRegex(@"(?<![0-9] )\b[1-79][0-9]{2}([- ])[0-9]{3}\1[0-9]{3}\b(?! [0-9])", Matching.Exact, Matching.Timeout)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"\b[1-79][0-9]{8}\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Bare();
}
