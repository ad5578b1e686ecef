using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.Pl;

/// <summary>Polish personal number (PESEL): date of birth with the century in the month, four digits and a check digit with weights 1, 3,
/// 7, 9 (Ustawa o ewidencji ludności, art. 15). One number in 50 to 150 passes by chance, so bare digits need context.</summary>
internal static partial class Pesel
{
    private static readonly ContextWords s_context = new(
        "pesel", "nr pesel", "numer pesel", "pesel-u", "peselu", "numer ewidencyjny", "ewidencyjny", "urodzony", "urodzona", "dowód",
        "national id", "personal number");

    public static ITextDetector Detector { get; } = new PatternDetector("pl.pesel", Pattern())
    {
        Score = 0.45f,
        ContextScore = 0.95f,
        Validate = IsValid,
        Context = s_context,
    };

    private static bool IsValid(ReadOnlySpan<char> value)
    {
        if (WeightedSum.Of(value, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 != 0) return false;
        var month = CalendarDate.Number(value[2..4]);
        var century = (month / 20) switch { 0 => 1900, 1 => 2000, 2 => 2100, 3 => 2200, _ => 1800 };
        return CalendarDate.Exists(century + CalendarDate.Number(value[..2]), month % 20, CalendarDate.Number(value[4..6]));
    }

    [GeneratedRegex(@"\b[0-9]{11}\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Pattern();
}
