using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.Sg;

/// <summary>Singaporean NRIC (S, T) and FIN (F, G, M): a letter, seven digits, a check letter from weights 2, 7, 6, 5, 4, 3, 2 modulo 11, 4
/// added for T and G, 3 for M (Immigration and Checkpoints Authority).</summary>
internal static partial class Nric
{
    private static readonly ContextWords s_context = new(
        "nric", "fin", "nric/fin", "identity card", "work permit", "singpass", "ic number", "passport");

    public static ITextDetector Detector { get; } = new PatternDetector("sg.nric", Pattern())
    {
        Anchors = AnchorKinds.Word,
        Score = 0.85f,
        ContextScore = 0.95f,
        Validate = HasCheckLetter,
        Context = s_context,
    };

    private static bool HasCheckLetter(ReadOnlySpan<char> value)
    {
        var (letters, offset) = char.ToUpperInvariant(value[0]) switch
        {
            'S' => ("JZIHGFEDCBA", 0),
            'T' => ("JZIHGFEDCBA", 4),
            'F' => ("XWUTRQPNMLK", 0),
            'G' => ("XWUTRQPNMLK", 4),
            _ => ("KLJNPQRTUWX", 3),
        };
        var remainder = (WeightedSum.Of(value, [2, 7, 6, 5, 4, 3, 2]) + offset) % 11;
        return letters[remainder] == char.ToUpperInvariant(value[8]);
    }

    [GeneratedRegex(@"\b[STFGM][0-9]{7}[A-Z]\b", Matching.AnyCase, Matching.Timeout)]
    private static partial Regex Pattern();
}
