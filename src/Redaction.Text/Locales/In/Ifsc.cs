using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.In;

/// <summary>Indian financial system code of a bank branch: four letters, a zero, six letters or digits (Reserve Bank of India). It has no
/// check digit, so words near by must name it.</summary>
internal static partial class Ifsc
{
    private static readonly ContextWords s_context = new(
        "ifsc", "ifs code", "ifsc code", "rtgs", "neft", "imps", "branch code", "bank code");

    public static ITextDetector Detector { get; } = new PatternDetector("in.ifsc", Pattern())
    {
        Anchors = AnchorKinds.Word,
        MinDigits = 3,
        Score = 0.3f,
        Context = s_context,
    };

    [GeneratedRegex(@"\b[A-Z]{4}0[A-Z0-9]{6}\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Pattern();
}
