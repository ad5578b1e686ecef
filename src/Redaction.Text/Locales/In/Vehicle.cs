using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.In;

/// <summary>Indian vehicle registration: state code, district number, series letters, four digits; older plates have a series and four
/// digits only and count near a word (Central Motor Vehicles Rules 1989, rule 50).</summary>
internal static partial class Vehicle
{
    private static readonly ContextWords s_context = new(
        "vehicle", "registration", "regn", "rto", "plate", "number plate", "car", "bike", "truck");

    public static ITextDetector Detector { get; } = new ShapedDetector(
        Shape(Current(), 0.55f, 0.9f),
        Shape(Old(), 0.1f, 0.7f)); // alone in a text or a file name it is any code

    private static PatternDetector Shape(Regex pattern, float score, float contextScore) => new("in.vehicle", new("vehicle-id"), pattern)
    {
        Anchors = AnchorKinds.Word,
        Score = score,
        ContextScore = contextScore,
        Context = s_context,
    };

    [GeneratedRegex(
        @"\b(?:AN|AP|AR|AS|BH|BR|CG|CH|DD|DL|DN|GA|GJ|HP|HR|JH|JK|KA|KL|LA|LD|MH|ML|MN|MP|MZ|NL|OD|OR|PB|PY|RJ|SK|TN|TR|TS|UA|UK|UP|" +
        @"WB)[ -]?[0-9]{1,2}[ -]?[A-Z]{1,3}[ -]?[0-9]{4}\b",
        Matching.Exact, Matching.Timeout)]
    private static partial Regex Current();

    [GeneratedRegex(@"\b[A-Z]{2,3}[0-9]{4}\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Old();
}
