using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.De;

/// <summary>German practice number (Betriebsstättennummer): two digits of the association of physicians and seven more; there is no check
/// digit, so words near by must name it (KBV).</summary>
internal static partial class PracticeNumber
{
    private static readonly ContextWords s_context = new("bsnr", "betriebsstättennummer", "betriebsstätte", "nbsnr", "practice number");

    public static ITextDetector Detector { get; } = new PatternDetector("de.bsnr", Pattern())
    {
        Score = 0.15f,
        ContextScore = 0.85f,
        Context = s_context,
    };

    [GeneratedRegex(@"\b(?!00)[0-9]{9}\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Pattern();
}
