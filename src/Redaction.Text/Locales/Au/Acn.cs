using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.Au;

/// <summary>Australian company number: nine digits, weights 8 to 1 modulo 10 (Corporations Act 2001, ASIC).</summary>
internal static partial class Acn
{
    private static readonly ContextWords s_context = new("acn", "company number", "australian company", "asic", "pty", "pty ltd");

    public static ITextDetector Detector { get; } = new PatternDetector("au.acn", Pattern())
    {
        Score = 0.3f,
        ContextScore = 0.85f,
        Validate = HasCheckDigit,
        Context = s_context,
    };

    private static bool HasCheckDigit(ReadOnlySpan<char> value)
    {
        Span<char> digits = stackalloc char[9];
        Digits.Copy(value, digits);
        return (WeightedSum.Of(digits[..8], [8, 7, 6, 5, 4, 3, 2, 1]) + digits[8] - '0') % 10 == 0 && digits.ContainsAnyExcept('0');
    }

    [GeneratedRegex(@"\b[0-9]{3}([ -]?)[0-9]{3}\1[0-9]{3}\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Pattern();
}
