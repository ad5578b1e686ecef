using System.Text.RegularExpressions;

namespace Redaction.Text;

/// <summary>Nigerian vehicle registration: three letters of the local government, three digits, two letters (Federal Road Safety Corps).</summary>
internal static partial class NgVehicle
{
    private static readonly ContextWords s_context = new(
        "plate", "plate number", "vehicle", "registration", "car", "frsc");

    public static ITextDetector Detector { get; } = Shape(Pattern(), 0.55f, 0.9f);

    private static PatternDetector Shape(Regex pattern, float score, float contextScore) => new("ng.vehicle", new("vehicle-id"), pattern)
    {
        Anchors = AnchorKinds.Word,
        MinDigits = 3,
        Reach = 4,
        Score = score,
        ContextScore = contextScore,
        Context = s_context,
    };

    [GeneratedRegex(@"\b[A-Z]{3}[- ][0-9]{3}[ -]?[A-Z]{2}\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 30000)]
    private static partial Regex Pattern();
}
