using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.Us;

/// <summary>United States social security number. There is no check digit; area 000, 666 and 9xx, group 00 and serial 0000 are never
/// issued, and two numbers are void because they were printed in advertisements (SSA POMS RM 10201). Bare digits count only where the
/// context names the number.</summary>
internal static partial class Ssn
{
    private static readonly ContextWords s_context = new(
        "ssn", "ssns", "social security", "social-security", "social_security", "social", "ss", "soc sec", "tax id", "tin", "taxpayer",
        "itin", "w2", "seguro social");

    public static ITextDetector Detector { get; } = new ShapedDetector(Shape(Grouped(), 0.75f), Shape(Bare(), 0.3f));

    private static PatternDetector Shape(Regex pattern, float score) => new("us.ssn", pattern)
    {
        Score = score,
        Validate = IsIssuable,
        Context = s_context,
    };

    private static bool IsIssuable(ReadOnlySpan<char> value)
    {
        Span<char> digits = stackalloc char[9];
        Digits.Copy(value, digits);
        return digits[0] != '9' && digits[..3] is not "000" && digits[..3] is not "666"
            && digits[3..5] is not "00" && digits[5..] is not "0000"
            && digits is not "078051120" && digits is not "219099999"
            && digits.ContainsAnyExcept(digits[0]);
    }

    [GeneratedRegex(@"\b[0-9]{3}([- .\u00A0\u2010-\u2013\u2212])[0-9]{2}\1[0-9]{4}\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"\b[0-9]{9}\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Bare();
}
