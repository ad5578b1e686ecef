using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.Sg;

/// <summary>Singaporean unique entity number of businesses, local companies and other entities, each form with a check letter modulo 11
/// (ACRA).</summary>
internal static partial class Uen
{
    private static readonly ContextWords s_context = new(
        "uen", "acra", "entity number", "unique entity", "gst", "company registration", "registration no");

    public static ITextDetector Detector { get; } = new PatternDetector("sg.uen", Pattern())
    {
        Anchors = AnchorKinds.Word,
        Score = 0.6f,
        ContextScore = 0.95f,
        Validate = HasCheckLetter,
        Context = s_context,
    };

    private static bool HasCheckLetter(ReadOnlySpan<char> value) => value.Length switch
    {
        9 => "XMKECAWLJDB"[WeightedSum.Of(value, [10, 4, 9, 3, 8, 2, 7, 1]) % 11] == value[8],
        _ when char.IsAsciiDigit(value[0]) => "ZKCMDNERGWH"[WeightedSum.Of(value, [10, 8, 6, 4, 9, 7, 5, 3, 1]) % 11] == value[9],
        _ => OtherCheck(value) == value[9],
    };

    private static char OtherCheck(ReadOnlySpan<char> value)
    {
        const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWX0123456789";
        ReadOnlySpan<byte> weights = [4, 3, 5, 3, 10, 2, 2, 5, 7];
        var sum = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            var place = Alphabet.IndexOf(value[i], StringComparison.Ordinal);
            if (place < 0) return default;
            sum += place * weights[i];
        }
        return Alphabet[(sum + 6) % 11];
    }

    [GeneratedRegex(@"\b(?:[0-9]{8,9}|[TSR][0-9]{2}[A-Z]{2}[0-9]{4})[A-Z]\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Pattern();
}
