using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.Ie;

/// <summary>Irish personal public service number: seven digits, a check letter from the remainder by 23 with weights 8 to 2, and a second
/// letter: A to I counts nine times, W, T and X of old spouse numbers do not (Social Welfare Consolidation Act 2005, section
/// 262).</summary>
internal static partial class Pps
{
    private static readonly ContextWords s_context = new(
        "pps", "ppsn", "pps number", "ppsn number", "personal public service", "public service number", "uimhir psp");

    public static ITextDetector Detector { get; } = new PatternDetector("ie.pps", Pattern())
    {
        Score = 0.7f,
        Validate = HasCheckLetter,
        Context = s_context,
    };

    private static bool HasCheckLetter(ReadOnlySpan<char> value)
    {
        var sum = WeightedSum.Of(value, [8, 7, 6, 5, 4, 3, 2]);
        if (value.Length == 9 && value[8] <= 'I') sum += 9 * (value[8] - 'A' + 1);
        return "WABCDEFGHIJKLMNOPQRSTUV"[sum % 23] == value[7];
    }

    [GeneratedRegex(@"\b[0-9]{7}[A-W][A-ITWX]?\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Pattern();
}
