using System.Text.RegularExpressions;

namespace Redaction.Text;

/// <summary>Israeli identity number (mispar zehut): nine digits, Luhn (Population and Immigration Authority).</summary>
internal static partial class IlId
{
    private static readonly ContextWords s_context = new(
        "ת.ז", "תעודת זהות", "מספר זהות", "זהות", "teudat zehut", "mispar zehut", "zehut", "israeli id", "identity number", "id number", "tz");

    public static ITextDetector Detector { get; } = new PatternDetector("il.id", new("il.id"), Pattern())
    {
        MinDigits = 9,
        Score = 0.3f,
        Validate = static value => Luhn.IsValid(value) && value.ContainsAnyInRange('1', '9'),
        Context = s_context,
    };

    [GeneratedRegex(@"\b[0-9]{8}-?[0-9]\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 30000)]
    private static partial Regex Pattern();
}
