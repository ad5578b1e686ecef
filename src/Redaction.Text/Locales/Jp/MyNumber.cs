using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.Jp;

/// <summary>Japanese individual number (My Number): eleven digits and a check digit, weights 6 5 4 3 2 7 6 5 4 3 2 modulo 11, remainders 0
/// and 1 count as 0 (Order of the Ministry of Internal Affairs and Communications 85/2014, article 5).</summary>
internal static partial class MyNumber
{
    private static readonly ContextWords s_context = new("マイナンバー", "個人番号", "my number", "mynumber", "individual number");

    public static ITextDetector Detector { get; } = new PatternDetector("jp.my-number", Pattern())
    {
        Score = 0.35f,
        Validate = HasCheckDigit,
        Context = s_context,
    };

    private static bool HasCheckDigit(ReadOnlySpan<char> value)
    {
        var remainder = WeightedSum.Of(value, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
        return (remainder <= 1 ? 0 : 11 - remainder) == value[^1] - '0' && value.ContainsAnyInRange('1', '9');
    }

    [GeneratedRegex(@"(?<![0-9][ -])\b[0-9]{4}([- ]?)[0-9]{4}\1[0-9]{4}\b(?![ -][0-9])", Matching.Exact, Matching.Timeout)]
    private static partial Regex Pattern();
}
