using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.Us;

/// <summary>United States individual taxpayer identification number: starts with 9, group 50–65, 70–88, 90–92 or 94–99 (IRS Publication
/// 1915). There is no check digit.</summary>
internal static partial class Itin
{
    private static readonly ContextWords s_context = new("itin", "individual taxpayer", "taxpayer", "tax id", "tin", "w-7", "w7");

    public static ITextDetector Detector { get; } = new ShapedDetector(Shape(Grouped(), 0.75f), Shape(Bare(), 0.3f));

    private static PatternDetector Shape(Regex pattern, float score) => new("us.itin", pattern)
    {
        Score = score,
        Validate = IsIssuable,
        Context = s_context,
    };

    private static bool IsIssuable(ReadOnlySpan<char> value)
    {
        Span<char> digits = stackalloc char[9];
        Digits.Copy(value, digits);
        return CalendarDate.Number(digits[3..5]) is (>= 50 and <= 65) or (>= 70 and <= 88) or (>= 90 and <= 92) or (>= 94 and <= 99);
    }

    [GeneratedRegex(@"\b9[0-9]{2}([- .\u00A0\u2010-\u2013\u2212])[0-9]{2}\1[0-9]{4}\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"\b9[0-9]{8}\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Bare();
}
