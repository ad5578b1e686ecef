using System.Text.RegularExpressions;

namespace Redaction.Text;

/// <summary>Italian driving licence number: two letters, seven digits and a letter, or U1 and eight more; words near by must name it (Ministero delle Infrastrutture e dei Trasporti).</summary>
internal static partial class ItDrivingLicence
{
    private static readonly ContextWords s_context = new(
        "patente", "patente di guida", "numero patente", "patente n", "driving licence", "motorizzazione");

    public static ITextDetector Detector { get; } = Shape(Pattern(), 0.3f, 0.85f);

    private static PatternDetector Shape(Regex pattern, float score, float contextScore) => new("it.driving-licence", new("driving-licence"), pattern)
    {
        Anchors = AnchorKinds.Word,
        MinDigits = 4,
        Score = score,
        ContextScore = contextScore,
        Context = s_context,
    };

    [GeneratedRegex(@"\b(?:[A-Z]{2}[0-9]{7}|U1[0-9BCDFGHLMNPRSTUWYXZ]{6}[0-9])[A-Z]\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 30000)]
    private static partial Regex Pattern();
}
