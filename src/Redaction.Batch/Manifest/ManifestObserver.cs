using System.Buffers;
using System.Text.Json;

namespace Redaction.Batch;

/// <summary>Counts an item's plans and spools their decisions for the manifest; no value is ever looked at.</summary>
/// <param name="notes">Takes the counts.</param>
/// <param name="paths">Makes paths that may be told.</param>
/// <param name="hasTextPlans">False: of texts only the counts are kept.</param>
internal sealed class ManifestObserver(ItemNotes notes, SafePaths paths, bool hasTextPlans = true) : RedactionObserver
{
    public override void OnSearched(SearchLedger ledger) => notes.Searches.Add(ledger);

    public override void OnRecordRefused(long line, RedactionException failure) =>
        notes.Refused.Add(new(line, failure.Code, failure.Component));

    public override void OnPlan<TRegion>(in DocumentPlace place, RedactionPlan<TRegion> plan, ReadOnlySpan<char> text)
    {
        notes.Counts.Add(plan);
        if (plan.Items.IsEmpty || (!hasTextPlans && typeof(TRegion) == typeof(TextSpan))) return;
        var path = paths.Of(place.Path);
        using var json = new Utf8JsonWriter(notes.Spool, ManifestJson.Compact);
        foreach (ref readonly var item in plan.Items.AsSpan())
        {
            if (!notes.Spool.IsEmpty) notes.Spool.Write(","u8);
            json.Reset();
            json.WriteStartObject();
            RegionWriter.WritePlace(json, in place, path);
            json.WriteString("entity", item.Finding.Type.Name);
            json.WriteNumber("score", MathF.Round(item.Finding.Score, 4));
            json.WriteString("detector", item.Finding.Detector);
            item.Finding.Region.WriteTo(json, place.Offset);
            json.WriteNumber("rule", item.Rule);
            json.WriteString("operator", item.Operator);
            json.WriteEndObject();
            json.Flush();
        }
    }
}
