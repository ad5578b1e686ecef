using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.Dk;

/// <summary>Danish civil registration number (CPR): date of birth and a serial of four that tells the century. Modulus 11 with weights 4 3
/// 2 7 6 5 4 3 2 1 held for all until October 2007; numbers issued since may fail it (CPR-kontoret), so a failure only lowers the
/// score.</summary>
internal static partial class Cpr
{
    private static readonly ContextWords s_context = new(
        "cpr", "cprnr", "cpr-nr", "cpr-nummer", "cprnummer", "personnummer", "personnr", "civil registration", "danish id", "fødselsdato");

    public static ITextDetector Detector { get; } = new ShapedDetector(
        Shape(Grouped(), 0.7f, static value => HasDate(value) && PassesModulus(value)),
        Shape(Grouped(), 0.4f, static value => HasDate(value) && !PassesModulus(value)),
        Shape(Bare(), 0.35f, HasDate));

    private static PatternDetector Shape(Regex pattern, float score, SpanPredicate validate) => new("dk.cpr", pattern)
    {
        Score = score,
        Validate = validate,
        Context = s_context,
    };

    private static bool PassesModulus(ReadOnlySpan<char> value) => WeightedSum.Of(value, [4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0;

    private static bool HasDate(ReadOnlySpan<char> value)
    {
        Span<char> digits = stackalloc char[10];
        Digits.Copy(value, digits);
        var year = CalendarDate.Number(digits[4..6]);
        var century = (digits[6], year) switch
        {
            ( <= '3', _) => 1900,
            ('4' or '9', >= 37) => 1900,
            ('4' or '9', _) => 2000,
            (_, <= 57) => 2000,
            _ => 1800,
        };
        return CalendarDate.Exists(century + year, CalendarDate.Number(digits[2..4]), CalendarDate.Number(digits[..2]));
    }

    [GeneratedRegex(@"\b[0-3][0-9][01][0-9]{3}[- ][0-9]{4}\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"\b[0-3][0-9][01][0-9]{7}\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Bare();
}
