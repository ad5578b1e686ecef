using System.Text.RegularExpressions;

namespace Redaction.Text;

/// <summary>Estonian personal code (isikukood): century and sex, date of birth, serial, a check digit modulo 11 in two passes, weights 1 to 9, 1 and 3 to 9, 1 to 3 (EVS 585:2007).</summary>
internal static partial class Ik
{
    private static readonly ContextWords s_context = new(
        "isikukood", "isikukoodi", "ik", "personal code", "estonian id", "id-kaart", "id kaart");

    public static ITextDetector Detector { get; } = new PatternDetector("ee.ik", new("ee.ik"), Pattern())
    {
        MinDigits = 11,
        Score = 0.4f,
        Validate = IsValid,
        Context = s_context,
    };

    private static bool IsValid(ReadOnlySpan<char> value)
    {
        var check = WeightedSum.Of(value, [1, 2, 3, 4, 5, 6, 7, 8, 9, 1]) % 11;
        if (check == 10) check = WeightedSum.Of(value, [3, 4, 5, 6, 7, 8, 9, 1, 2, 3]) % 11 % 10;
        var century = 1800 + (value[0] - '1') / 2 * 100;
        return check == value[10] - '0'
            && CalendarDate.Exists(century + CalendarDate.Number(value[1..3]), CalendarDate.Number(value[3..5]), CalendarDate.Number(value[5..7]));
    }

    [GeneratedRegex(@"\b[1-8][0-9]{10}\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 30000)]
    private static partial Regex Pattern();
}
