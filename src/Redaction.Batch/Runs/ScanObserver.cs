using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using Redaction.Audio;
using Redaction.Text;

namespace Redaction.Batch;

/// <summary>Writes an item's findings as JSON lines.</summary>
internal sealed class ScanObserver(ItemResult result, SafePaths paths, ScanOptions options, IReadOnlyDictionary<string, string>? taxonomy, TextRedactor redactor, RedactionContext context) : ICallObserver
{
    private readonly WindowOffsets? _offsets = options.Offsets == OffsetUnit.Utf16 ? null : new(options.Offsets);

    public void OnCall(RedactionPlan<TextSpan> plan, ReadOnlySpan<char> text, ImmutableArray<SpokenPlace> spoken) => Write(default, plan, text, spoken);

    public void OnPlan<TRegion>(in DocumentPlace place, RedactionPlan<TRegion> plan, ReadOnlySpan<char> text)
        where TRegion : struct, IRegion<TRegion> => Write(in place, plan, text, []);

    private void Write<TRegion>(in DocumentPlace place, RedactionPlan<TRegion> plan, ReadOnlySpan<char> text, ImmutableArray<SpokenPlace> spoken)
        where TRegion : struct, IRegion<TRegion>
    {
        result.Counts.Kept += plan.Kept;
        if (typeof(TRegion) == typeof(TextSpan)) _offsets?.Enter(place.Offset, text);
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
            WriteRegion(json, finding.Region, in place);
            if (i < spoken.Length) WriteSpoken(json, spoken[i]);
            if (options.ShowValues && finding.Region is TextSpan span && span.End <= text.Length) json.WriteString("value", text.Slice(span.Start, span.Length));
            if (options.Explain && finding.Region is TextSpan region && region.End <= text.Length) Explain(json, text, in finding, region, in place, plan.Found.IsEmpty ? plan.Items[i].Rule : -1);
            json.WriteEndObject();
            json.Flush();
            result.Spool.Write("\n"u8);
        }
    }

    private void WriteRegion<TRegion>(Utf8JsonWriter json, TRegion region, in DocumentPlace place)
        where TRegion : struct, IRegion<TRegion>
    {
        if (_offsets is null || region is not TextSpan span)
        {
            RegionWriter.WriteRegion(json, region, place.Offset);
            return;
        }
        json.WriteNumber("start", _offsets.Of(span.Start));
        json.WriteNumber("end", _offsets.Of(span.End));
    }

    /// <summary>Why the value was found; numbers and ids only.</summary>
    private void Explain<TRegion>(Utf8JsonWriter json, ReadOnlySpan<char> text, in Finding<TRegion> finding, TextSpan region, in DocumentPlace place, int rule)
        where TRegion : struct, IRegion<TRegion>
    {
        var field = place.Path is null ? null : JsonFields.FieldOf(place.Path);
        var why = redactor.Explain(text, new(finding.Type, region, finding.Score, finding.Detector), context with { Field = field });
        json.WriteStartObject("explain");
        json.WriteNumber("baseScore", MathF.Round(why.BaseScore, 4));
        json.WriteStartArray("context");
        if (why.Before) json.WriteStringValue("before");
        if (why.After) json.WriteStringValue("after");
        if (why.Field) json.WriteStringValue("field");
        if (why.IsRefined) json.WriteStringValue("document");
        json.WriteEndArray();
        if (rule >= 0) json.WriteNumber("rule", rule);
        json.WriteEndObject();
    }

    private static void WriteSpoken(Utf8JsonWriter json, in SpokenPlace spoken)
    {
        if (spoken.Time is { } time) time.WriteTo(json);
        if (spoken.Speaker is { } speaker) json.WriteString("speaker", speaker);
    }
}
