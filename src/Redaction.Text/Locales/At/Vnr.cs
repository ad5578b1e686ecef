using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.At;

/// <summary>Austrian social insurance number: serial of three, a check digit with weights 3, 7, 9, 5, 8, 4, 2, 1, 6 modulo 11, date of
/// birth, where months 13 to 15 continue a full day (ASVG § 30c, Dachverband der Sozialversicherungsträger).</summary>
internal static partial class Vnr
{
    private static readonly ContextWords s_context = new(
        "svnr", "sv-nr", "sv-nummer", "sozialversicherungsnummer", "versicherungsnummer", "vsnr", "vnr", "svnummer", "e-card", "ecard",
        "ögk", "social insurance");

    public static ITextDetector Detector { get; } = new ShapedDetector(Shape(Grouped(), 0.65f), Shape(Bare(), 0.4f));

    private static PatternDetector Shape(Regex pattern, float score) => new("at.vnr", pattern)
    {
        Score = score,
        Validate = IsValid,
        Context = s_context,
    };

    private static bool IsValid(ReadOnlySpan<char> value)
    {
        Span<char> digits = stackalloc char[10];
        Digits.Copy(value, digits);
        var month = CalendarDate.Number(digits[6..8]);
        return WeightedSum.Of(digits, [3, 7, 9, 0, 5, 8, 4, 2, 1, 6]) % 11 == digits[3] - '0'
            && (month is >= 13 and <= 15
                || CalendarDate.ExistsInSomeCentury(CalendarDate.Number(digits[8..]), month, CalendarDate.Number(digits[4..6])));
    }

    [GeneratedRegex(@"\b[1-9][0-9]{3}[ /-][0-9]{6}\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"\b[1-9][0-9]{9}\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Bare();
}
