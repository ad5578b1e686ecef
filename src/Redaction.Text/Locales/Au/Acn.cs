using System.Text.RegularExpressions;

namespace Redaction.Text;

/// <summary>Australian company number: nine digits, weights 8 to 1 modulo 10 (Corporations Act 2001, ASIC).</summary>
internal static partial class Acn
{
    private static readonly ContextWords s_context = new(
        "acn", "company number", "australian company", "asic", "pty", "pty ltd");

    public static ITextDetector Detector { get; } = Shape(Pattern(), 0.3f, HasCheckDigit, 0.85f);

    private static PatternDetector Shape(Regex pattern, float score, SpanPredicate? validate, float contextScore) => new("au.acn", new("au.acn"), pattern)
    {
        Anchors = AnchorKinds.Number,
        MinDigits = 9,
        Score = score,
        ContextScore = contextScore,
        Validate = validate,
        Context = s_context,
    };

    private static bool HasCheckDigit(ReadOnlySpan<char> value)
    {
        Span<char> digits = stackalloc char[9];
        Digits.Copy(value, digits);
        return (WeightedSum.Of(digits[..8], [8, 7, 6, 5, 4, 3, 2, 1]) + digits[8] - '0') % 10 == 0 && digits.ContainsAnyExcept('0');
    }

    [GeneratedRegex(@"\b[0-9]{3}([ -]?)[0-9]{3}\1[0-9]{3}\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 30000)]
    private static partial Regex Pattern();
}
