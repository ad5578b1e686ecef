using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.Lt;

/// <summary>Lithuanian personal code (asmens kodas), as <see cref="BalticCode"/>.</summary>
internal static partial class Ak
{
    private static readonly ContextWords s_context = new(
        "asmens kodas", "asmens kodo", "asmens", "a k", "ak", "personal code", "lithuanian id");

    public static ITextDetector Detector { get; } = new PatternDetector("lt.ak", Pattern())
    {
        Score = 0.4f,
        Validate = BalticCode.IsValid,
        Context = s_context,
    };

    [GeneratedRegex(@"\b[1-8][0-9]{10}\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Pattern();
}
