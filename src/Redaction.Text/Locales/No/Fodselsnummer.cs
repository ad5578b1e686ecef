using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.No;

/// <summary>Norwegian national identity number, and the D number (day plus 40): date of birth, three digits, two modulus 11 check digits
/// (Skatteetaten, Folkeregisterforskriften § 2-2-1).</summary>
internal static partial class Fodselsnummer
{
    private static readonly ContextWords s_context = new(
        "fødselsnummer", "fodselsnummer", "fnr", "personnummer", "d-nummer", "dnr", "folkeregisteret", "national identity",
        "personal number", "fødselsnr");

    public static ITextDetector Detector { get; } = new ShapedDetector(Shape(Grouped(), 0.7f), Shape(Bare(), 0.55f));

    private static PatternDetector Shape(Regex pattern, float score) => new("no.fodselsnummer", pattern)
    {
        Score = score,
        Validate = IsValid,
        Context = s_context,
    };

    private static bool IsValid(ReadOnlySpan<char> value)
    {
        Span<char> digits = stackalloc char[11];
        Digits.Copy(value, digits);
        var day = CalendarDate.Number(digits[..2]);
        var month = CalendarDate.Number(digits[2..4]);
        return WeightedSum.Of(digits, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) % 11 == 0
            && WeightedSum.Of(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0
            && CalendarDate.ExistsInSomeCentury(
                CalendarDate.Number(digits[4..6]), month > 40 ? month - 40 : month, day > 40 ? day - 40 : day);
    }

    [GeneratedRegex(@"\b[0-9]{6}[ -][0-9]{5}\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"\b[0-9]{11}\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Bare();
}
