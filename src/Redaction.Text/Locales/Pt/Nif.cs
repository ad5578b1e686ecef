using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.Pt;

/// <summary>Portuguese taxpayer number (NIF): nine digits, weights 9 to 2, check digit 11 minus the remainder, 10 and 11 count as 0; 1, 2,
/// 3 and 45 begin a person (Decreto-Lei 14/2013).</summary>
internal static partial class Nif
{
    private static readonly ContextWords s_context = new(
        "nif", "contribuinte", "número de contribuinte", "identificação fiscal", "nipc", "finanças", "fiscal");

    public static ITextDetector Detector { get; } = new ShapedDetector(Shape(Grouped(), 0.45f), Shape(Bare(), 0.3f));

    private static PatternDetector Shape(Regex pattern, float score) => new("pt.nif", pattern)
    {
        Score = score,
        Validate = HasCheckDigit,
        Context = s_context,
    };

    private static bool HasCheckDigit(ReadOnlySpan<char> value)
    {
        var remainder = WeightedSum.Of(value, [9, 8, 7, 6, 5, 4, 3, 2]) % 11;
        return value[^1] - '0' == (remainder < 2 ? 0 : 11 - remainder);
    }

    [GeneratedRegex(@"(?<![0-9] )\b(?:[1235689][0-9]|45|7[0-9])[0-9] [0-9]{3} [0-9]{3}\b(?! [0-9])", Matching.Exact, Matching.Timeout)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"\b(?:[1235689][0-9]|45|7[0-9])[0-9]{7}\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Bare();
}
