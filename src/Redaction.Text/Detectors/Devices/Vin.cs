using System.Text.RegularExpressions;

namespace Redaction.Text;

/// <summary>Vehicle identification number (ISO 3779): seventeen letters and digits without I, O and Q, of which the last four are digits.
/// In North America the ninth is a check digit modulo 11 (49 CFR 565); elsewhere a word near by must name the number.</summary>
internal static partial class Vin
{
    private static readonly ContextWords s_context = new(
        "vin", "vehicle identification", "vehicle identification number", "chassis", "chassis number", "fahrgestellnummer", "fin",
        "bastidor", "telaio", "châssis", "vehicle");

    public static ITextDetector Detector { get; } = new ShapedDetector(
        Shape(Pattern(), 0.85f, HasCheckDigit, 0.95f),
        Shape(Pattern(), 0.2f, static value => !HasCheckDigit(value), 0.85f));

    private static PatternDetector Shape(Regex pattern, float score, SpanPredicate? validate, float contextScore) =>
        new("vin", new("vehicle-id"), pattern)
        {
            Anchors = AnchorKinds.Word,
            MinDigits = 4,
            Score = score,
            ContextScore = contextScore,
            Validate = validate,
            Context = s_context,
        };

    /// <summary>What A to Z count for; 0 where the letter is not used.</summary>
    private static ReadOnlySpan<byte> Letters => [1, 2, 3, 4, 5, 6, 7, 8, 0, 1, 2, 3, 4, 5, 0, 7, 0, 9, 2, 3, 4, 5, 6, 7, 8, 9];

    private static bool HasCheckDigit(ReadOnlySpan<char> value)
    {
        ReadOnlySpan<byte> weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
        var sum = 0;
        var letters = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            var isDigit = char.IsAsciiDigit(value[i]);
            if (!isDigit) letters++;
            sum += (isDigit ? value[i] - '0' : Letters[(value[i] | 0x20) - 'a']) * weights[i];
        }
        var check = sum % 11;
        return letters >= 2 && (check == 10 ? (value[8] | 0x20) == 'x' : value[8] - '0' == check);
    }

    [GeneratedRegex(@"\b[A-HJ-NPR-Z0-9]{13}[0-9]{4}\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 30000)]
    private static partial Regex Pattern();
}
