using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.Nz;

/// <summary>New Zealand IRD number: eight or nine digits from 10 to 150 million, a check digit modulo 11 with weights 3 2 7 6 5 4 3 2, and
/// 7 4 3 2 5 2 7 6 where that gives 10 (Inland Revenue, Non-resident withholding tax specification).</summary>
internal static partial class Ird
{
    private static readonly ContextWords s_context = new("ird", "ird number", "ird no", "inland revenue", "te tari taake", "tax number");

    public static ITextDetector Detector { get; } = new PatternDetector("nz.ird", Pattern())
    {
        Score = 0.4f,
        Validate = HasCheckDigit,
        Context = s_context,
    };

    private static bool HasCheckDigit(ReadOnlySpan<char> value)
    {
        Span<char> digits = stackalloc char[9];
        digits[0] = '0';
        Digits.Copy(value, Digits.Count(value) == 8 ? digits[1..] : digits);
        if (CalendarDate.Number(digits) is < 10_000_000 or > 150_000_000) return false;
        var check = (11 - WeightedSum.Of(digits, [3, 2, 7, 6, 5, 4, 3, 2]) % 11) % 11;
        if (check == 10) check = (11 - WeightedSum.Of(digits, [7, 4, 3, 2, 5, 2, 7, 6]) % 11) % 11;
        return check == digits[8] - '0';
    }

    [GeneratedRegex(@"\b[0-9]{2,3}([- ]?)[0-9]{3}\1[0-9]{3}\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Pattern();
}
