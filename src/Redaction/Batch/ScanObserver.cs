using System.Buffers;
using System.Text.Json;

namespace Redaction;

/// <summary>Writes an item's findings as JSON lines.</summary>
internal sealed class ScanObserver(ItemResult result, SafePaths paths, ScanOptions options, IReadOnlyDictionary<string, string>? taxonomy) : IPlanObserver
{
    public void OnPlan<TRegion>(in DocumentPlace place, RedactionPlan<TRegion> plan, ReadOnlySpan<char> text)
        where TRegion : struct, IRegion<TRegion>
    {
        result.Counts.Kept += plan.Kept;
        if (plan.Items.IsEmpty) return;
        var path = options.ShowValues ? place.Path : paths.Of(place.Path);
        using var json = new Utf8JsonWriter(result.Spool, JsonText.Compact);
        foreach (ref readonly var item in plan.Items.AsSpan())
        {
            var finding = item.Finding;
            result.Counts.Add(finding.Type.Name, RegionWriter.Medium<TRegion>(), item.Operator);
            json.Reset();
            json.WriteStartObject();
            json.WriteString("source", result.Item.Main.RelativePath);
            RegionWriter.WritePlace(json, in place, path);
            json.WriteString("entity", taxonomy is null ? finding.Type.Name : taxonomy.GetValueOrDefault(finding.Type.Name, finding.Type.Name));
            json.WriteNumber("score", MathF.Round(finding.Score, 4));
            json.WriteString("detector", finding.Detector);
            RegionWriter.WriteRegion(json, finding.Region, place.Offset);
            if (options.ShowValues && finding.Region is TextSpan span && span.End <= text.Length) json.WriteString("value", text.Slice(span.Start, span.Length));
            json.WriteEndObject();
            json.Flush();
            result.Spool.Write("\n"u8);
        }
    }
}
