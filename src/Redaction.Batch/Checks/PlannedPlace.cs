using System.Globalization;
using System.Text.Json;

namespace Redaction.Batch;

/// <summary>An entry of a plan as a manifest writes it.</summary>
/// <param name="Part">Line, path and page: the part of the document.</param>
/// <param name="Region">Its numbers: start and end, or x, y, width and height.</param>
/// <param name="Entity">Entity type.</param>
/// <param name="Operator">What replaced it.</param>
/// <param name="Rule">The rule that decided.</param>
internal sealed record PlannedPlace(string Part, decimal[] Region, string Entity, string Operator, int Rule)
{
    public string Text => $"{Part}{string.Join(",", Region.Select(static r => r.ToString(CultureInfo.InvariantCulture)))}";

    public static PlannedPlace Read(JsonElement planned)
    {
        var part = string.Concat(new[] { "line", "path", "page" }.Where(n => planned.TryGetProperty(n, out _)).Select(n => $"{n} {planned.GetProperty(n)}, "));
        return new(part, RegionOf(planned), planned.GetProperty("entity").GetString()!, planned.GetProperty("operator").GetString()!, planned.GetProperty("rule").GetInt32());
    }

    public bool Overlaps(PlannedPlace other)
    {
        if (Part != other.Part || Region.Length != other.Region.Length) return false;
        if (Region.Length == 2) return Region[0] < other.Region[1] && other.Region[0] < Region[1];
        return Region[0] < other.Region[0] + other.Region[2] && other.Region[0] < Region[0] + Region[2]
            && Region[1] < other.Region[1] + other.Region[3] && other.Region[1] < Region[1] + Region[3];
    }

    private static decimal[] RegionOf(JsonElement planned)
    {
        if (planned.TryGetProperty("box", out var box)) return [.. box.EnumerateArray().Select(static n => n.GetDecimal())];
        return planned.TryGetProperty("start", out var start)
            ? [start.GetDecimal(), planned.GetProperty("end").GetDecimal()]
            : [planned.GetProperty("from").GetDecimal(), planned.GetProperty("to").GetDecimal()];
    }
}
