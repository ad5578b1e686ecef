using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.Hk;

/// <summary>Hong Kong identity card number: one or two letters, six digits, a check digit 0 to 9 or A in brackets, weights 9 to 2 modulo 11
/// (Immigration Department).</summary>
internal static partial class Hkid
{
    private static readonly ContextWords s_context = new("hkid", "hkic", "identity card", "hong kong id", "身份證", "身份證號碼", "id card");

    public static ITextDetector Detector { get; } = new ShapedDetector(Shape(Bracketed(), 0.85f), Shape(Bare(), 0.4f));

    private static PatternDetector Shape(Regex pattern, float score) => new("hk.hkid", pattern)
    {
        Score = score,
        Validate = HasCheckDigit,
        Context = s_context,
    };

    private static bool HasCheckDigit(ReadOnlySpan<char> value)
    {
        var letters = char.IsAsciiLetter(value[1]) ? 2 : 1;
        var sum = letters == 1 ? 36 * 9 + (value[0] - 'A' + 10) * 8 : (value[0] - 'A' + 10) * 9 + (value[1] - 'A' + 10) * 8;
        sum += WeightedSum.Of(value[letters..(letters + 6)], [7, 6, 5, 4, 3, 2]);
        var check = value[^1] == ')' ? value[^2] : value[^1];
        return (sum + (check == 'A' ? 10 : check - '0')) % 11 == 0;
    }

    [GeneratedRegex(@"\b[A-Z]{1,2}[0-9]{6}\([0-9A]\)", Matching.Exact, Matching.Timeout)]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"\b[A-Z]{1,2}[0-9]{6}[0-9A]\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Bare();
}
