using System.Buffers;
using System.Text.Json;

namespace Redaction.Batch;

/// <summary>Counts an item's plans and spools their decisions for the manifest; no value is ever looked at.</summary>
internal sealed class ManifestObserver(ItemResult result, SafePaths paths) : IPlanObserver
{
    public void OnPlan<TRegion>(in DocumentPlace place, RedactionPlan<TRegion> plan, ReadOnlySpan<char> text)
        where TRegion : struct, IRegion<TRegion>
    {
        result.Counts.Kept += plan.Kept;
        if (plan.Items.IsEmpty) return;
        var path = paths.Of(place.Path);
        using var json = new Utf8JsonWriter(result.Spool, JsonText.Compact);
        foreach (ref readonly var item in plan.Items.AsSpan())
        {
            if (result.Counts.Total > 0) result.Spool.Write(","u8);
            result.Counts.Add(item.Finding.Type.Name, RegionWriter.Medium<TRegion>(), item.Operator);
            json.Reset();
            json.WriteStartObject();
            RegionWriter.WritePlace(json, in place, path);
            json.WriteString("entity", item.Finding.Type.Name);
            json.WriteNumber("score", MathF.Round(item.Finding.Score, 4));
            json.WriteString("detector", item.Finding.Detector);
            RegionWriter.WriteRegion(json, item.Finding.Region, place.Offset);
            json.WriteNumber("rule", item.Rule);
            json.WriteString("operator", item.Operator);
            json.WriteEndObject();
            json.Flush();
        }
    }
}
