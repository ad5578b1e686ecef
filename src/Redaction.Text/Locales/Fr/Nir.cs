using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.Fr;

/// <summary>French registration number (NIR, numéro de sécurité sociale): sex, year, month, department, commune, order and a key that is 97
/// minus the remainder by 97, where 2A counts as 19 and 2B as 18 (INSEE, décret 82-103). Months 20, 30–42 and 50–99 stand for a birth whose
/// month is unknown.</summary>
internal static partial class Nir
{
    private static readonly ContextWords s_context = new(
        "nir", "insee", "sécurité sociale", "securite sociale", "sécu", "secu", "numéro de sécu", "nss", "sécurité", "assuré", "assurée",
        "vitale", "carte vitale", "cpam", "social security", "ssn");

    public static ITextDetector Detector { get; } = new ShapedDetector(
        Shape(Grouped(), 0.85f), Shape(Bare(), 0.7f), Shape(Corsican(), 0.85f))
    {
        // Fewer digits can only be a Corsican number, whose first run of digits ends before an A or B.
        Gate = static near => near[^1] is 'A' or 'B' or 'a' or 'b' || Digits.Count(near) >= 15,
    };

    private static PatternDetector Shape(Regex pattern, float score) => new("fr.nir", pattern)
    {
        Score = score,
        ContextScore = 0.95f,
        Validate = HasKey,
        Context = s_context,
    };

    private static bool HasKey(ReadOnlySpan<char> value)
    {
        Span<char> digits = stackalloc char[15];
        Compact(value, digits);
        if (!MayBeMonth(CalendarDate.Number(digits[3..5]))) return false;
        if (digits[5..7] is "00" || digits[7..10] is "000" || digits[10..13] is "000") return false;
        long number = 0;
        foreach (var digit in digits[..13]) number = number * 10 + (digit - '0');
        return 97 - number % 97 == CalendarDate.Number(digits[13..]);
    }

    /// <summary>Copies the digits, with the Corsican departments as the numbers that the key is made of.</summary>
    private static void Compact(ReadOnlySpan<char> value, Span<char> digits)
    {
        var count = 0;
        foreach (var c in value)
        {
            if (char.IsAsciiDigit(c)) digits[count++] = c;
            else if (char.IsAsciiLetter(c))
            {
                digits[count - 1] = '1';
                digits[count++] = c is 'A' or 'a' ? '9' : '8';
            }
        }
    }

    private static bool MayBeMonth(int month) => month is (>= 1 and <= 12) or 20 or (>= 30 and <= 42) or >= 50;

    [GeneratedRegex(
        @"\b[1-478]([ .-])[0-9]{2}\1[0-9]{2}\1[0-9]{2}\1[0-9]{3}\1[0-9]{3}(?:\1| - |/)[0-9]{2}\b",
        Matching.Exact, Matching.Timeout)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"\b[1-478][0-9]{12}[ -]?[0-9]{2}\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Bare();

    [GeneratedRegex(
        @"\b[1-478]([ .-]?)[0-9]{2}\1[0-9]{2}\1 ?2[AB]\1[0-9]{3}\1[0-9]{3}[ .-]?[0-9]{2}\b",
        Matching.AnyCase, Matching.Timeout)]
    private static partial Regex Corsican();
}
