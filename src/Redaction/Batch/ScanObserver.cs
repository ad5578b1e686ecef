using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using Redaction.Audio;

namespace Redaction;

/// <summary>Writes an item's findings as JSON lines.</summary>
internal sealed class ScanObserver(ItemResult result, SafePaths paths, ScanOptions options, IReadOnlyDictionary<string, string>? taxonomy) : ICallObserver
{
    public void OnCall(RedactionPlan<TextSpan> plan, ReadOnlySpan<char> text, ImmutableArray<SpokenPlace> spoken) => Write(default, plan, text, spoken);

    public void OnPlan<TRegion>(in DocumentPlace place, RedactionPlan<TRegion> plan, ReadOnlySpan<char> text)
        where TRegion : struct, IRegion<TRegion> => Write(in place, plan, text, []);

    private void Write<TRegion>(in DocumentPlace place, RedactionPlan<TRegion> plan, ReadOnlySpan<char> text, ImmutableArray<SpokenPlace> spoken)
        where TRegion : struct, IRegion<TRegion>
    {
        result.Counts.Kept += plan.Kept;
        if (plan.Items.IsEmpty) return;
        var path = options.ShowValues ? place.Path : paths.Of(place.Path);
        using var json = new Utf8JsonWriter(result.Spool, JsonText.Compact);
        for (var i = 0; i < plan.Items.Length; i++)
            result.Counts.Add(plan.Items[i].Finding.Type.Name, RegionWriter.Medium<TRegion>(), plan.Items[i].Operator);
        var findings = plan.Found.IsEmpty ? [.. plan.Items.Select(static item => item.Finding)] : plan.Found;
        for (var i = 0; i < findings.Length; i++)
        {
            var finding = findings[i];
            json.Reset();
            json.WriteStartObject();
            json.WriteString("source", result.Item.Main.RelativePath);
            RegionWriter.WritePlace(json, in place, path);
            json.WriteString("entity", taxonomy is null ? finding.Type.Name : taxonomy.GetValueOrDefault(finding.Type.Name, finding.Type.Name));
            json.WriteNumber("score", MathF.Round(finding.Score, 4));
            json.WriteString("detector", finding.Detector);
            RegionWriter.WriteRegion(json, finding.Region, place.Offset);
            if (i < spoken.Length) WriteSpoken(json, spoken[i]);
            if (options.ShowValues && finding.Region is TextSpan span && span.End <= text.Length) json.WriteString("value", text.Slice(span.Start, span.Length));
            json.WriteEndObject();
            json.Flush();
            result.Spool.Write("\n"u8);
        }
    }

    private static void WriteSpoken(Utf8JsonWriter json, in SpokenPlace spoken)
    {
        if (spoken.Time is { } time) time.WriteTo(json);
        if (spoken.Speaker is { } speaker) json.WriteString("speaker", speaker);
    }
}
