using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.Il;

/// <summary>Israeli identity number (mispar zehut): nine digits, Luhn (Population and Immigration Authority).</summary>
internal static partial class IdentityNumber
{
    private static readonly ContextWords s_context = new(
        "ת.ז", "תעודת זהות", "מספר זהות", "זהות", "teudat zehut", "mispar zehut", "zehut", "israeli id", "identity number", "id number",
        "tz");

    public static ITextDetector Detector { get; } = new PatternDetector("il.id", Pattern())
    {
        Score = 0.3f,
        Validate = static value => Luhn.IsValid(value) && value.ContainsAnyInRange('1', '9'),
        Context = s_context,
    };

    [GeneratedRegex(@"\b[0-9]{8}-?[0-9]\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Pattern();
}
