using System.Text.RegularExpressions;

namespace Redaction.Text;

/// <summary>United States social security number. There is no check digit; area 000, 666 and 9xx, group 00 and serial 0000 are never issued,
/// and two numbers are void because they were printed in advertisements (SSA POMS RM 10201).</summary>
internal static partial class Ssn
{
    public static ITextDetector Detector { get; } = new PatternDetector("us.ssn", new("us.ssn"), Pattern())
    {
        MinDigits = 9,
        Score = 0.75f,
        Validate = IsIssuable,
        Context = new("ssn", "ssns", "social security", "social", "ss#", "tax id", "taxpayer"),
    };

    private static bool IsIssuable(ReadOnlySpan<char> value)
    {
        Span<char> digits = stackalloc char[9];
        Digits.Copy(value, digits);
        return digits[0] != '9' && digits[..3] is not "000" && digits[..3] is not "666"
            && digits[3..5] is not "00" && digits[5..] is not "0000"
            && digits is not "078051120" && digits is not "219099999";
    }

    [GeneratedRegex(@"\d{3}([- ])\d{2}\1\d{4}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();
}
