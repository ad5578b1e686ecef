using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.Bg;

/// <summary>Bulgarian uniform civil number (ЕГН): date of birth with the century in the month (1800s plus 20, 2000s plus 40), three digits,
/// a check digit with weights 2 4 8 5 10 9 7 3 6 modulo 11, 10 counts as 0 (GRAO, Civil Registration Act).</summary>
internal static partial class Egn
{
    private static readonly ContextWords s_context = new(
        "егн", "egn", "единен граждански номер", "uniform civil", "civil number", "граждански номер");

    public static ITextDetector Detector { get; } = new PatternDetector("bg.egn", Pattern())
    {
        Score = 0.4f,
        ContextScore = 0.95f,
        Validate = IsValid,
        Context = s_context,
    };

    private static bool IsValid(ReadOnlySpan<char> value)
    {
        var month = CalendarDate.Number(value[2..4]);
        var (century, offset) = (month / 20) switch { 0 => (1900, 0), 1 => (1800, 20), _ => (2000, 40) };
        return WeightedSum.Of(value, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11 % 10 == value[9] - '0'
            && CalendarDate.Exists(century + CalendarDate.Number(value[..2]), month - offset, CalendarDate.Number(value[4..6]));
    }

    [GeneratedRegex(@"\b[0-9]{10}\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Pattern();
}
