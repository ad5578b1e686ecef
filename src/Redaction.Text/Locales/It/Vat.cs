using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.It;

/// <summary>Italian VAT number (partita IVA): seven digits, province of the office, Luhn (D.P.R. 633/1972, art. 35). Sole traders have one
/// too.</summary>
internal static partial class Vat
{
    private static readonly ContextWords s_context = new("partita iva", "p.iva", "p iva", "piva", "iva", "vat", "vat number");

    public static ITextDetector Detector { get; } = new PatternDetector("it.vat", Pattern())
    {
        Score = 0.35f,
        Validate = IsValid,
        Context = s_context,
    };

    private static bool IsValid(ReadOnlySpan<char> value)
    {
        var digits = value[^11..];
        return Luhn.IsValid(digits) && digits[..7].ContainsAnyExcept('0')
            && CalendarDate.Number(digits[7..10]) is (>= 1 and <= 100) or 120 or 121 or 888 or 999;
    }

    [GeneratedRegex(@"\b(?:IT)?[0-9]{11}\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Pattern();
}
