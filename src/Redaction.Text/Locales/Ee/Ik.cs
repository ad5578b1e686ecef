using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.Ee;

/// <summary>Estonian personal code (isikukood), as <see cref="BalticCode"/>.</summary>
internal static partial class Ik
{
    private static readonly ContextWords s_context = new(
        "isikukood", "isikukoodi", "ik", "personal code", "estonian id", "id-kaart", "id kaart");

    public static ITextDetector Detector { get; } = new PatternDetector("ee.ik", Pattern())
    {
        Score = 0.4f,
        Validate = BalticCode.IsValid,
        Context = s_context,
    };

    [GeneratedRegex(@"\b[1-8][0-9]{10}\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Pattern();
}
