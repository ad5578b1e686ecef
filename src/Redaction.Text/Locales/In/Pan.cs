using System.Buffers;
using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.In;

/// <summary>Indian permanent account number: five letters, of which the fourth says who holds it, four digits that are not all 0, and a
/// letter whose rule is not published (Income Tax Department).</summary>
internal static partial class Pan
{
    private static readonly SearchValues<char> s_holders = SearchValues.Create("ABCEFGHJKLPT");
    private static readonly ContextWords s_context = new(
        "pan", "pan card", "permanent account", "income tax", "itr", "tds", "form 16", "assessee");

    public static ITextDetector Detector { get; } = new ShapedDetector(
        Shape(Capital(), 0.65f, HasHolder), Shape(Small(), 0.25f, HasHolder), Shape(Capital(), 0.2f, static value => !HasHolder(value)));

    private static PatternDetector Shape(Regex pattern, float score, SpanPredicate validate) => new("in.pan", pattern)
    {
        Anchors = AnchorKinds.Word,
        Score = score,
        Validate = validate,
        Context = s_context,
        ContextScore = score < 0.25f ? 0.4f : 0.9f, // no holder has such a letter: a dummy or a mistyped number
    };

    private static bool HasHolder(ReadOnlySpan<char> value) =>
        s_holders.Contains(char.ToUpperInvariant(value[3])) && value[5..9] is not "0000";

    [GeneratedRegex(@"\b[A-Z]{5}[0-9]{4}[A-Z]\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Capital();

    [GeneratedRegex(@"\b[a-z]{5}[0-9]{4}[a-z]\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Small();
}
