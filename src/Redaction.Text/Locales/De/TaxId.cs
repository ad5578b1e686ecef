using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.De;

/// <summary>German tax identification number (steuerliche Identifikationsnummer, § 139b AO): eleven digits, the first not 0, the last
/// ISO/IEC 7064 MOD 11,10. Of the first ten digits exactly one occurs twice or three times, never three times in a row, and no other
/// repeats (BZSt and ELSTER). Rule and check digit together let one random number in 260 through.</summary>
internal static partial class TaxId
{
    private static readonly ContextWords s_context = new(
        "idnr", "id-nr", "steuer", "steuer-id", "steuerid", "steuer id", "steueridnummer", "steuer-idnr", "steuer-identifikationsnummer",
        "steueridentifikationsnummer", "identifikationsnummer", "steuernummer", "tin", "tax id", "tax-id", "tax number", "taxpayer",
        "finanzamt", "lohnsteuer");

    public static ITextDetector Detector { get; } = new ShapedDetector(Shape(Grouped(), 0.7f), Shape(Bare(), 0.55f));

    private static PatternDetector Shape(Regex pattern, float score) => new("de.tax-id", pattern)
    {
        Score = score,
        Validate = static value => Iso7064.IsMod11And10(value) && RepeatsOneDigit(value),
        Context = s_context,
    };

    private static bool RepeatsOneDigit(ReadOnlySpan<char> value)
    {
        Span<char> digits = stackalloc char[11];
        Digits.Copy(value, digits);
        int twice = 0, thrice = 0;
        for (var digit = '0'; digit <= '9'; digit++)
        {
            switch (digits[..10].Count(digit))
            {
                case < 2: break;
                case 2: twice++; break;
                case 3:
                    thrice++;
                    if (digits[..10].IndexOf([digit, digit, digit]) >= 0) return false;
                    break;
                default: return false;
            }
        }
        return twice + thrice == 1;
    }

    [GeneratedRegex(@"\b[1-9][0-9][ ./][0-9]{3}[ ./][0-9]{3}[ ./][0-9]{3}\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"\b[1-9][0-9]{10}\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Bare();
}
