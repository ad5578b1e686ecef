using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.Th;

/// <summary>Thai national identification number: kind of person, two digits of the province, and a check digit with weights 13 to 2 modulo
/// 11 (Department of Provincial Administration).</summary>
internal static partial class Tnin
{
    private static readonly ContextWords s_context = new(
        "เลขบัตรประชาชน", "บัตรประชาชน", "เลขประจำตัวประชาชน", "thai", "thai id", "tnin", "national id", "id card", "citizen id");

    public static ITextDetector Detector { get; } = new ShapedDetector(
        Shape(Grouped(), 0.85f, 0.95f),
        Shape(Bare(), 0.4f, 0.9f));

    private static PatternDetector Shape(Regex pattern, float score, float contextScore) => new("th.tnin", pattern)
    {
        Score = score,
        ContextScore = contextScore,
        Validate = HasCheckDigit,
        Context = s_context,
    };

    private static bool HasCheckDigit(ReadOnlySpan<char> value)
    {
        Span<char> digits = stackalloc char[13];
        Digits.Copy(value, digits);
        return (11 - WeightedSum.Of(digits, [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11) % 10 == digits[12] - '0'
            && digits.ContainsAnyExcept(digits[12]);
    }

    [GeneratedRegex(@"\b[1-8]-[0-9]{4}-[0-9]{5}-[0-9]{2}-[0-9]\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Grouped();

    [GeneratedRegex(
        @"\b[1-8](?:1[0-9]|2[0-7]|3[0-9]|4[0-9]|5[0-8]|6[0-7]|7[0-7]|8[0-6]|9[0-6])[0-9]{10}\b",
        Matching.Exact, Matching.Timeout)]
    private static partial Regex Bare();
}
