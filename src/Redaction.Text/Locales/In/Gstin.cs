using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.In;

/// <summary>Indian goods and services tax number (GSTIN): state 01 to 38 or 97, a permanent account number, an entity character, Z, a check
/// character modulo 36 (GSTN). A wrong check character only lowers the score, since the number still shows the holder's PAN.</summary>
internal static partial class Gstin
{
    private static readonly ContextWords s_context = new("gstin", "gst", "gst no", "gst number", "goods and services");

    public static ITextDetector Detector { get; } = new ShapedDetector(
        Shape(0.85f, 0.95f, HasCheckCharacter),
        Shape(0.4f, 0.8f, static value => !HasCheckCharacter(value)));

    private static PatternDetector Shape(float score, float contextScore, SpanPredicate validate) => new("in.gstin", Pattern())
    {
        Anchors = AnchorKinds.Word,
        Score = score,
        ContextScore = contextScore,
        Validate = validate,
        Context = s_context,
    };

    private static bool HasCheckCharacter(ReadOnlySpan<char> value)
    {
        var sum = 0;
        for (var i = 0; i < 14; i++)
        {
            var product = Place(value[i]) * (1 + i % 2);
            sum += product / 36 + product % 36;
        }
        return (36 - sum % 36) % 36 == Place(value[14]);
    }

    private static int Place(char c) => char.IsAsciiDigit(c) ? c - '0' : c - 'A' + 10;

    [GeneratedRegex(@"\b(?:0[1-9]|[12][0-9]|3[0-8]|97)[A-Z]{5}[0-9]{4}[A-Z][1-9A-Z]Z[0-9A-Z]\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Pattern();
}
