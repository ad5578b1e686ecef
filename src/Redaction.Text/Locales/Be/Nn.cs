using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.Be;

/// <summary>Belgian national register number (and bis number): date of birth, serial, and 97 minus the remainder by 97, with 2 in front for
/// births from 2000 (Arrêté royal of 3 April 1984). Bis numbers add 20 or 40 to the month; unknown dates have zeros.</summary>
internal static partial class Nn
{
    private static readonly ContextWords s_context = new(
        "rijksregisternummer", "rijksregister", "numéro national", "numero national", "registre national", "nrn", "niss", "insz", "ssin",
        "national register", "nationaal nummer", "bis-nummer", "rrn");

    public static ITextDetector Detector { get; } = new ShapedDetector(Shape(Grouped(), 0.85f), Shape(Bare(), 0.55f));

    private static PatternDetector Shape(Regex pattern, float score) => new("be.nn", pattern)
    {
        Score = score,
        Validate = IsValid,
        Context = s_context,
    };

    private static bool IsValid(ReadOnlySpan<char> value)
    {
        Span<char> digits = stackalloc char[11];
        Digits.Copy(value, digits);
        var month = CalendarDate.Number(digits[2..4]);
        if (month > 52 || month % 20 > 12 || CalendarDate.Number(digits[4..6]) > 31 || digits[6..9] is "000" or "999") return false;
        var number = CalendarDate.Number(digits[..9]);
        var check = CalendarDate.Number(digits[9..]);
        return 97 - number % 97 == check || 97 - (2_000_000_000L + number) % 97 == check;
    }

    [GeneratedRegex(@"\b[0-9]{2}[. ][0-9]{2}[. ][0-9]{2}[- .][0-9]{3}[-. ][0-9]{2}\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"\b[0-9]{11}\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Bare();
}
