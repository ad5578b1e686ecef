using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.Us;

/// <summary>United States driver license numbers, in the format of any state (AAMVA, driver license number formats by jurisdiction). Half
/// of all short codes have the format of some state, so words near by must name the licence.</summary>
internal static partial class DrivingLicence
{
    private static readonly ContextWords s_context = new(
        "driver license", "drivers license", "driver's license", "driver’s license", "driver licence", "drivers licence",
        "driver's licence", "driving license", "driving licence", "operator license", "license no", "dl", "dln", "dl no", "dl number",
        "permit number", "dmv", "licence number", "license number", "cdl");

    public static ITextDetector Detector { get; } = new ShapedDetector(
        Shape(Letters(), 5, AnchorKinds.Word), Shape(Grouped(), 8, AnchorKinds.Number), Shape(DigitsOnly(), 7, AnchorKinds.Word));

    private static PatternDetector Shape(Regex pattern, int digits, AnchorKinds anchors) => new("us.driver-license", pattern)
    {
        Anchors = anchors,
        MinDigits = digits,
        Score = 0.05f,
        ContextScore = 0.7f,
        Context = s_context,
    };

    // CA HI NY VA NC(letter + 7 to 9) · AZ ID KY MD MI MN WV FL IL WI (letter + 8 to 14) · two letters:
    // ID(2+6+1) WV(2+5) · OH(2+6) · KS/MO · NJ(letter+14) · NH(2+3+5) · CO(2 digits-3-4) · WA(WDL + 9)
    [GeneratedRegex(
        @"\b(?:[A-Z]{2}[0-9]{5,7}|[A-Z]{2}[0-9]{6}[A-Z]|[0-9]{2}[A-Z]{3}[0-9]{5}|[0-9]{3}[A-Z]{2}[0-9]{4}|WDL[0-9A-Z]{9}|" +
        @"[0-9]{7}[A-Z]|[0-9]{8}[A-Z]{2}|[A-Z][0-9]{6,14})\b",
        Matching.Exact, Matching.Timeout)]
    private static partial Regex Letters();

    // FL IL MI MN WI: letter-3-3-2-3-1, letter-3-4-4 · NJ: letter-4-5-5 · ID HI: letter-2-2-4 · AR CO PA: 2-3-4, 3-3-3
    [GeneratedRegex(
        @"\b(?:[A-Z][0-9]{3}-[0-9]{3,4}-[0-9]{2,4}(?:-[0-9]{1,3}){0,2}|[A-Z][0-9]{4}-[0-9]{5}-[0-9]{5}|" +
        @"[A-Z][0-9]{2}-[0-9]{2}-[0-9]{4}|[0-9]{2,3}-[0-9]{3}-[0-9]{3,4})\b",
        Matching.Exact, Matching.Timeout)]
    private static partial Regex Grouped();

    // AK AL AR AZ CT DC DE GA IA IN LA ME MS MT NM ND NV OK OR PA RI SC SD TN TX UT VT WY: 7 to 10 digits
    [GeneratedRegex(@"\b(?:[0-9]{7,10}|[0-9]{12})\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex DigitsOnly();
}
