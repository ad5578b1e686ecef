using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.Gr;

/// <summary>Greek social security number (ΑΜΚΑ): date of birth, four digits, Luhn (ΗΔΙΚΑ, Law 3655/2008).</summary>
internal static partial class Amka
{
    private static readonly ContextWords s_context = new(
        "αμκα", "α.μ.κ.α", "amka", "social security", "αριθμός μητρώου", "κοινωνικής ασφάλισης");

    public static ITextDetector Detector { get; } = new PatternDetector("gr.amka", Pattern())
    {
        Score = 0.4f,
        Validate = IsValid,
        Context = s_context,
    };

    private static bool IsValid(ReadOnlySpan<char> value) =>
        Luhn.IsValid(value)
        && CalendarDate.ExistsInSomeCentury(
            CalendarDate.Number(value[4..6]), CalendarDate.Number(value[2..4]), CalendarDate.Number(value[..2]));

    [GeneratedRegex(@"\b[0-9]{11}\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Pattern();
}
