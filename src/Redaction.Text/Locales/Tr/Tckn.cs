using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.Tr;

/// <summary>Turkish identity number (T.C. kimlik numarası): eleven digits, the first not 0; the tenth is seven times the odd places less
/// the even ones, the last the end of the sum of the ten (Nüfus ve Vatandaşlık İşleri). One number in a hundred passes by chance.</summary>
internal static partial class Tckn
{
    private static readonly ContextWords s_context = new(
        "tckn", "kişi", "tc kimlik", "kimlik", "kimlik no", "kimlik numarası", "tc no", "tc", "t.c", "turkish id", "national id",
        "vatandaşlık");

    public static ITextDetector Detector { get; } = new PatternDetector("tr.tckn", Pattern())
    {
        Score = 0.45f,
        ContextScore = 0.95f,
        Validate = HasCheckDigits,
        Context = s_context,
    };

    private static bool HasCheckDigits(ReadOnlySpan<char> value)
    {
        var odd = WeightedSum.Of(value, [1, 0, 1, 0, 1, 0, 1, 0, 1]);
        var even = WeightedSum.Of(value, [0, 1, 0, 1, 0, 1, 0, 1, 0]);
        return (odd * 7 - even + 40) % 10 == value[9] - '0' && (odd + even + value[9] - '0') % 10 == value[10] - '0';
    }

    [GeneratedRegex(@"\b[1-9][0-9]{10}\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Pattern();
}
