using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.Us;

/// <summary>United States bank routing number (ABA RTN): nine digits of which the first two name a Federal Reserve district, weights 3, 7,
/// 1 modulo 10 (American Bankers Association).</summary>
internal static partial class RoutingNumber
{
    private static readonly ContextWords s_context = new(
        "routing", "aba", "rtn", "transit number", "ach", "wire", "fedwire", "bank code", "routing number");

    public static ITextDetector Detector { get; } = new PatternDetector("us.routing", Pattern())
    {
        Score = 0.3f,
        Validate = static value => WeightedSum.Of(value, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 == 0 && CalendarDate.Number(value[..4]) != 0,
        Context = s_context,
    };

    [GeneratedRegex(@"\b(?:0[0-9]|1[0-2]|2[1-9]|3[0-2]|6[1-9]|7[0-2]|80)[0-9]{2}(-?)[0-9]{4}\1[0-9]\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Pattern();
}
