using System.Text.RegularExpressions;

namespace Redaction.Text;

/// <summary>German driving licence number: a letter and two places of the issuing office, six digits, a check digit or X, the number of the copy (FeV, Anlage 8). Words near by must name it.</summary>
internal static partial class DeDrivingLicence
{
    private static readonly ContextWords s_context = new(
        "führerschein", "führerscheinnummer", "fuehrerschein", "führerschein-nr", "fahrerlaubnis", "fahrerlaubnisnummer", "driving licence", "driver license");

    public static ITextDetector Detector { get; } = Shape(Pattern(), 0.3f, 0.85f);

    private static PatternDetector Shape(Regex pattern, float score, float contextScore) => new("de.driving-licence", new("driving-licence"), pattern)
    {
        Anchors = AnchorKinds.Word,
        MinDigits = 7,
        Score = score,
        ContextScore = contextScore,
        Context = s_context,
    };

    [GeneratedRegex(@"\b[A-Z][0-9A-Z]{2}[0-9]{6}[0-9X][0-9A-Z]\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 30000)]
    private static partial Regex Pattern();
}
