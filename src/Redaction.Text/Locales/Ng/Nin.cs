using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.Ng;

/// <summary>Nigerian national identification number: eleven digits, the last a Verhoeff check digit (National Identity Management
/// Commission).</summary>
internal static partial class Nin
{
    private static readonly ContextWords s_context = new(
        "nin", "nimc", "national identification number", "national identity", "national id", "nigerian");

    public static ITextDetector Detector { get; } = new PatternDetector("ng.nin", Pattern())
    {
        Score = 0.35f,
        Validate = Verhoeff.IsValid,
        Context = s_context,
    };

    [GeneratedRegex(@"\b[1-9][0-9]{10}\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Pattern();
}
