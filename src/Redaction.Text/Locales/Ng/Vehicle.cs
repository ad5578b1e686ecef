using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.Ng;

/// <summary>Nigerian vehicle registration: three letters of the local government, three digits, two letters (Federal Road Safety
/// Corps).</summary>
internal static partial class Vehicle
{
    private static readonly ContextWords s_context = new("plate", "plate number", "vehicle", "registration", "car", "frsc");

    public static ITextDetector Detector { get; } = new PatternDetector("ng.vehicle", new("vehicle-id"), Pattern())
    {
        Anchors = AnchorKinds.Word,
        Score = 0.55f,
        Context = s_context,
    };

    [GeneratedRegex(@"\b[A-Z]{3}[- ][0-9]{3}[ -]?[A-Z]{2}\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex Pattern();
}
