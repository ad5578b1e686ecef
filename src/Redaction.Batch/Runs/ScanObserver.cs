using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using Redaction.Audio;
using Redaction.Text;

namespace Redaction.Batch;

/// <summary>Writes an item's findings as JSON lines: one line a value, also where a call says it in several places.</summary>
internal sealed class ScanObserver(
    ItemNotes notes, SafePaths paths, ScanOptions options, IReadOnlyDictionary<string, string>? taxonomy, TextRedactor redactor,
    RedactionContext context) : RedactionObserver
{
    private readonly WindowOffsets? _offsets = options.Offsets == OffsetUnit.Utf16 ? null : new(options.Offsets);

    public override void OnPlan<TRegion>(in DocumentPlace place, RedactionPlan<TRegion> plan, ReadOnlySpan<char> text)
    {
        if (place.IsRepeat) return;
        notes.Counts.Add(plan);
        if (typeof(TRegion) == typeof(TextSpan)) _offsets?.Enter(place.Offset, text);
        if (plan.Items.IsEmpty) return;
        var path = options.ShowValues ? place.Path : paths.Of(place.Path);
        using var json = new Utf8JsonWriter(notes.Spool, ManifestJson.Compact);
        var findings = plan.Found.IsEmpty ? [.. plan.Items.Select(static item => item.Finding)] : plan.Found;
        for (var i = 0; i < findings.Length; i++)
        {
            var finding = findings[i];
            json.Reset();
            json.WriteStartObject();
            json.WriteString("source", notes.Item.Main.RelativePath);
            RegionWriter.WritePlace(json, in place, path);
            json.WriteString("entity",
                taxonomy is null ? finding.Type.Name : taxonomy.GetValueOrDefault(finding.Type.Name, finding.Type.Name));
            json.WriteNumber("score", MathF.Round(finding.Score, 4));
            json.WriteString("detector", finding.Detector);
            WriteRegion(json, finding.Region, in place);
            if (i < plan.Spoken.Length) WriteSpoken(json, plan.Spoken[i]);
            if (options.ShowValues && finding.Region is TextSpan span && span.End <= text.Length)
                json.WriteString("value", text.Slice(span.Start, span.Length));
            if (options.Explain && finding.Region is TextSpan region && region.End <= text.Length)
                Explain(json, text, in finding, region, in place, plan.Found.IsEmpty ? plan.Items[i].Rule : -1);
            json.WriteEndObject();
            json.Flush();
            notes.Spool.Write("\n"u8);
        }
    }

    public override void OnRecordRefused(long line, RedactionException failure)
    {
        notes.Refused.Add(new(line, failure.Code, failure.Component));
        using (var json = new Utf8JsonWriter(notes.Spool, ManifestJson.Compact))
        {
            json.WriteStartObject();
            json.WriteString("source", notes.Item.Main.RelativePath);
            json.WriteNumber("line", line);
            json.WriteString("error", failure.Code);
            json.WriteEndObject();
        }
        notes.Spool.Write("\n"u8);
    }

    private void WriteRegion<TRegion>(Utf8JsonWriter json, TRegion region, in DocumentPlace place)
        where TRegion : struct, IRegion<TRegion>
    {
        if (_offsets is null || region is not TextSpan span)
        {
            region.WriteTo(json, place.Offset);
            return;
        }
        json.WriteNumber("start", _offsets.Of(span.Start));
        json.WriteNumber("end", _offsets.Of(span.End));
    }

    /// <summary>Why the value was found; numbers and ids only.</summary>
    private void Explain<TRegion>(Utf8JsonWriter json, ReadOnlySpan<char> text, in Finding<TRegion> finding, TextSpan region,
        in DocumentPlace place, int rule)
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
        if (spoken is { From: { } from, To: { } to }) new AudioSpan(from.Ticks, to.Ticks - from.Ticks).WriteTo(json);
        if (spoken.Speaker is { } speaker) json.WriteString("speaker", speaker);
    }
}
