using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.Us;

/// <summary>United States Medicare beneficiary identifier: eleven places that hold a digit, a letter without S, L, O, I, B and Z, or
/// either, in a fixed order (CMS). There is no check digit.</summary>
internal static partial class Mbi
{
    private static readonly ContextWords s_context = new("mbi", "medicare", "beneficiary", "hicn", "medicare id", "medicare number");

    public static ITextDetector Detector { get; } = new ShapedDetector(Shape(Grouped(), 0.75f), Shape(Bare(), 0.55f))
    {
        Gate = ShapedDetector.HasLetter,
    };

    private static PatternDetector Shape(Regex pattern, float score) => new("us.mbi", pattern)
    {
        Anchors = AnchorKinds.Word,
        Score = score,
        Context = s_context,
    };

    [GeneratedRegex(
        @"\b[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9][0-9]-[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9][0-9]-[AC-HJKMNP-RT-Y]{2}[0-9]{2}\b",
        Matching.Exact, Matching.Timeout)]
    private static partial Regex Grouped();

    [GeneratedRegex(
        @"\b[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9][0-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9][0-9][AC-HJKMNP-RT-Y]{2}[0-9]{2}\b",
        Matching.Exact, Matching.Timeout)]
    private static partial Regex Bare();
}
