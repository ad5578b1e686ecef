using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.Uk;

/// <summary>United Kingdom vehicle registration: area letters, age identifier and three letters, or in older plates a year letter first or
/// last; I, Q and Z have their places (DVLA INF104).</summary>
internal static partial class Vehicle
{
    private static readonly ContextWords s_context = new(
        "reg", "registration", "vehicle", "vehicles", "plate", "plates", "number plate", "car", "van", "vrm", "vrn", "dvla", "reg no");

    public static ITextDetector Detector { get; } = new ShapedDetector(
        Shape(Current(), 0.45f, 0.9f),
        Shape(Older(), 0.15f, 0.8f));

    private static PatternDetector Shape(Regex pattern, float score, float contextScore) => new("uk.vehicle", new("vehicle-id"), pattern)
    {
        Anchors = AnchorKinds.Word,
        Score = score,
        ContextScore = contextScore,
        Context = s_context,
    };

    [GeneratedRegex(@"\b[A-HJ-PR-Y]{2}(?:0[2-9]|[12][0-9]|5[1-9]|[67][0-9])[ -]?[A-HJ-PR-Z]{3}\b", Matching.AnyCase, Matching.Timeout)]
    private static partial Regex Current();

    [GeneratedRegex(
        @"\b(?:[A-HJ-NPR-TV-Y][0-9]{1,3} ?[A-HJ-PR-Y]{3}|[A-HJ-PR-Y]{3} ?[0-9]{1,3}[A-HJ-NPR-TV-Y])\b",
        Matching.Exact, Matching.Timeout)]
    private static partial Regex Older();
}
