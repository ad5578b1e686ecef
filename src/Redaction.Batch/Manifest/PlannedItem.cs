using System.Globalization;

namespace Redaction.Batch;

/// <summary>A decision of a plan, as the manifest tells it; never a value.</summary>
/// <param name="Place">Line, path and page: the part of the document.</param>
/// <param name="Entity">Entity type.</param>
/// <param name="Score">Of the finding.</param>
/// <param name="Detector">What found it.</param>
/// <param name="Region">Where in the part.</param>
/// <param name="Rule">The rule that decided.</param>
/// <param name="Operator">What replaced it.</param>
internal sealed record PlannedItem(
    DocumentPlace Place, string Entity, float Score, string Detector, PlannedRegion Region, int Rule, string Operator)
{
    /// <summary>Part and region for people.</summary>
    public string PlaceText
    {
        get
        {
            var line = Place.Line > 0 ? string.Create(CultureInfo.InvariantCulture, $"line {Place.Line}, ") : "";
            var path = Place.Path is null ? "" : $"path {Place.Path}, ";
            var page = Place.Page > 0 ? string.Create(CultureInfo.InvariantCulture, $"page {Place.Page}, ") : "";
            return line + path + page + Region.Text;
        }
    }

    /// <summary>True when both lie in the same part and their regions share something.</summary>
    public bool Overlaps(PlannedItem other) => Place == other.Place && Region.Overlaps(other.Region);
}
