using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.Hr;

/// <summary>Croatian personal identification number (OIB): eleven digits, the last ISO/IEC 7064 MOD 11,10 (Zakon o osobnom
/// identifikacijskom broju).</summary>
internal static partial class Oib
{
    private static readonly ContextWords s_context = new(
        "oib", "osobni identifikacijski", "identifikacijski broj", "porezna uprava", "personal identification");

    public static ITextDetector Detector { get; } = new PatternDetector("hr.oib", Pattern())
    {
        Score = 0.4f,
        Validate = Iso7064.IsMod11And10,
        Context = s_context,
    };

    [GeneratedRegex(@"\b(?:HR)?[0-9]{11}\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Pattern();
}
