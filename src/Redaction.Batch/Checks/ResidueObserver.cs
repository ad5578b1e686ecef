using System.Buffers;
using System.Text;
using System.Text.Json;
using Redaction.Image;

namespace Redaction.Batch;

/// <summary>Notes what is still found in an output and no operator wrote: entity and place, never a value.</summary>
internal sealed class ResidueObserver(ItemNotes notes, ManifestItem item, RedactionEngine engine, SafePaths paths) : RedactionObserver
{
    private const string Names = "names";
    private readonly ArrayBufferWriter<byte> _json = new();

    public override void OnPlan<TRegion>(in DocumentPlace place, RedactionPlan<TRegion> plan, ReadOnlySpan<char> text)
    {
        foreach (ref readonly var planned in plan.Items.AsSpan())
        {
            var finding = planned.Finding;
            if (finding.Region is TextSpan span && span.End <= text.Length)
            {
                if (notes.Known!.IsWritten(text, span)) continue;
            }
            else if (IsCoded(in planned) || IsPainted(in place, in finding))
            {
                notes.Painted++;
                continue;
            }
            notes.Residues.Add(new(finding.Type.Name, TRegion.Medium, PlaceOf(in place, finding.Region)));
        }
    }

    /// <summary>True for what only just passes in a picture: coding it anew is enough for that. In a film the coder draws patterns that
    /// read as letters, higher than the line is wide.</summary>
    private bool IsCoded<TRegion>(in PlannedRedaction<TRegion> planned)
        where TRegion : struct, IRegion<TRegion>
    {
        if (TRegion.Medium != Medium.Image) return false;
        if (planned.Finding.Score < Least(planned.Rule) + Scores.Coding) return true;
        return planned.Finding is { Detector: Names, Region: TrackRegion track } && track.Box.Height > track.Box.Width;
    }

    private float Least(int rule) =>
        engine.Switches.MinScore ?? (rule < engine.Policy.Policy.Rules.Length ? engine.Policy.Policy.Rules[rule].MinScore ?? 0 : 0);

    /// <summary>True for a place that the run painted over: what is found there is what it painted. A word that a mask cuts reads as
    /// another, which looks like a name.</summary>
    private bool IsPainted<TRegion>(in DocumentPlace place, in Finding<TRegion> finding)
        where TRegion : struct, IRegion<TRegion>
    {
        if (item.Plan.IsEmpty) return false;
        using var parsed = JsonDocument.Parse(PlaceOf(in place, finding.Region));
        var found = PlanReader.Region(parsed.RootElement);
        foreach (var painted in item.Plan)
        {
            if (painted.Place.Page != place.Page) continue;
            if (painted.Region.Covers(found) || (finding.Detector == Names && painted.Region.StandsBeside(found))) return true;
        }
        return false;
    }

    /// <summary>The place as the manifest writes it, as one JSON object.</summary>
    private string PlaceOf<TRegion>(in DocumentPlace place, TRegion region)
        where TRegion : struct, IRegion<TRegion>
    {
        _json.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(_json, ManifestJson.Compact))
        {
            json.WriteStartObject();
            RegionWriter.WritePlace(json, in place, paths.Of(place.Path));
            region.WriteTo(json, place.Offset);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(_json.WrittenSpan);
    }
}
