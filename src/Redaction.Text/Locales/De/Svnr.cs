using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.De;

/// <summary>German pension insurance number (Rentenversicherungsnummer): area, date of birth, initial of the name at birth, serial, a check
/// digit from the digit sums of weights 2 1 2 5 7 1 2 1 2 1 2 1 (VKVV § 4).</summary>
internal static partial class Svnr
{
    private static readonly ContextWords s_context = new(
        "rentenversicherungsnummer", "sozialversicherungsnummer", "versicherungsnummer", "sv-nummer", "svnr", "rvnr", "sv nummer",
        "rentenversicherung", "sozialversicherung", "drv");

    public static ITextDetector Detector { get; } = new PatternDetector("de.svnr", Pattern())
    {
        Score = 0.85f,
        ContextScore = 0.95f,
        Validate = IsValid,
        Context = s_context,
    };

    private static bool IsValid(ReadOnlySpan<char> value)
    {
        Span<char> digits = stackalloc char[13];
        var count = 0;
        foreach (var c in value)
        {
            if (char.IsAsciiDigit(c)) digits[count++] = c;
            else if (char.IsAsciiLetter(c))
            {
                digits[count++] = (char)('0' + (c - 'A' + 1) / 10);
                digits[count++] = (char)('0' + (c - 'A' + 1) % 10);
            }
        }
        ReadOnlySpan<byte> weights = [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1];
        var sum = 0;
        for (var i = 0; i < 12; i++)
        {
            var product = (digits[i] - '0') * weights[i];
            sum += product / 10 + product % 10;
        }
        return sum % 10 == digits[12] - '0' && CalendarDate.Number(digits[..2]) >= 2
            && CalendarDate.Number(digits[4..6]) is >= 1 and <= 12 && CalendarDate.Number(digits[2..4]) >= 1;
    }

    [GeneratedRegex(@"\b[0-9]{2} ?[0-9]{6} ?[A-Z] ?[0-9]{3}\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Pattern();
}
