using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.Ch;

/// <summary>Swiss social security number (AHV, AVS): 756, nine digits and the check digit of EAN-13 (Zentrale Ausgleichsstelle; AHVG Art.
/// 50c).</summary>
internal static partial class Ahv
{
    private static readonly ContextWords s_context = new(
        "ahv", "avs", "ahvn13", "navs13", "ahv-nummer", "ahv nummer", "sozialversicherungsnummer", "numéro avs", "numero avs",
        "versichertennummer", "oasi");

    public static ITextDetector Detector { get; } = new ShapedDetector(Shape(Grouped(), 0.9f), Shape(Bare(), 0.7f));

    private static PatternDetector Shape(Regex pattern, float score) => new("ch.ahv", pattern)
    {
        Score = score,
        ContextScore = 0.95f,
        Validate = static value => WeightedSum.Of(value, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]) % 10 == 0,
        Context = s_context,
    };

    [GeneratedRegex(@"\b756[. ][0-9]{4}[. ][0-9]{4}[. ][0-9]{2}\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"\b756[0-9]{10}\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Bare();
}
