using System.Text.RegularExpressions;

namespace Redaction.Text;

/// <summary>Korean driving licence: region 11 to 26 or 28, year, six digits, two check digits that are not published (Korean National Police Agency).</summary>
internal static partial class KrDrivingLicence
{
    private static readonly ContextWords s_context = new("운전면허", "운전면허번호", "면허번호", "면허", "driver license", "driver's license", "driving licence", "driving license");

    public static ITextDetector Detector { get; } = new PatternDetector("kr.driving-licence", new("driving-licence"), Pattern())
    {
        MinDigits = 12,
        Score = 0.6f,
        Context = s_context,
    };

    [GeneratedRegex(@"\b(?:1[1-9]|2[0-68])([- ])[0-9]{2}\1[0-9]{6}\1[0-9]{2}\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 30000)]
    private static partial Regex Pattern();
}
