using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.Uk;

/// <summary>Driving licence number of Great Britain: five of the surname filled with 9, decade, month (plus 50 for women), day, year, two
/// initials or 9, a digit, two letters (DVLA). The last two characters are computed in an unpublished way.</summary>
internal static partial class DrivingLicence
{
    private static readonly ContextWords s_context = new(
        "driving licence", "driver licence", "driving license", "licence number", "dvla", "licence no", "driver number");

    public static ITextDetector Detector { get; } = new PatternDetector("uk.driving-licence", Pattern())
    {
        Anchors = AnchorKinds.Word,
        Score = 0.85f,
        ContextScore = 0.95f,
        Validate = IsValid,
        Context = s_context,
    };

    private static bool IsValid(ReadOnlySpan<char> value)
    {
        var surname = value[..5].IndexOf('9');
        if (value.Length != 16 || (surname >= 0 && value[surname..5].ContainsAnyExcept('9'))) return false;
        var month = CalendarDate.Number(value[6..8]);
        var year = (value[5] - '0') * 10 + (value[10] - '0');
        return CalendarDate.ExistsInSomeCentury(year, month > 50 ? month - 50 : month, CalendarDate.Number(value[8..10]));
    }

    [GeneratedRegex(
        @"\b(?=[A-Z0-9]{5}[0-9])[A-Z]{1,5}9{0,4}[0-9][0156][0-9][0-3][0-9]{2}[A-Z9]{2}[0-9A-Z][A-Z]{2}\b",
        Matching.AnyCase, Matching.Timeout)]
    private static partial Regex Pattern();
}
