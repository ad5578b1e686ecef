using System.Globalization;
using System.Text.Json;
using Redaction.Audio;
using Redaction.Image;

namespace Redaction.Batch;

/// <summary>Writes <c>manifest.jsonl</c>: one line an item, in the order of the inputs. It depends on inputs, policy and versions only.</summary>
internal sealed class ManifestWriter(Stream output, RedactionEngine redactor, DateTimeOffset? retainUntil = null, bool hold = false) : IDisposable
{
    private readonly Utf8JsonWriter _json = new(output, JsonText.Compact);

    public void Write(ItemResult result)
    {
        _json.Reset();
        _json.WriteStartObject();
        _json.WriteString("source", result.Item.Main.RelativePath);
        _json.WriteString("kind", KindName(result.Kind));
        if (result.Format is not null) _json.WriteString("format", result.Format);
        _json.WriteString("status", result.Error is null ? "redacted" : "quarantined");
        if (result.Error is not null)
        {
            _json.WriteString("error", result.Error);
            _json.WriteString("component", result.Component);
        }
        WriteFile(result, 0);
        if (result.Item.Transcript is { } transcript) WriteTranscript(result, transcript);
        if (!result.Item.Parts.IsEmpty) WriteParts(result);
        WritePolicy();
        WriteStamp(result);
        if (retainUntil is { } until) _json.WriteString("retainUntil", until.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture));
        if (hold) _json.WriteBoolean("hold", true);
        if (result.Error is null) WriteOutcome(result);
        _json.WriteEndObject();
        _json.Flush();
        output.Write("\n"u8);
    }

    public void Dispose() => _json.Dispose();

    internal static string KindName(ItemKind kind) => kind switch
    {
        ItemKind.Text => "text",
        ItemKind.Transcript => "transcript",
        ItemKind.Call => "call",
        ItemKind.Image => "image",
        ItemKind.Video => "video",
        _ => "unknown",
    };

    private void WriteTranscript(ItemResult result, InputFile transcript)
    {
        _json.WriteStartObject("transcript");
        _json.WriteString("source", transcript.RelativePath);
        WriteFile(result, 1);
        _json.WriteEndObject();
    }

    private void WriteParts(ItemResult result)
    {
        _json.WriteStartArray("parts");
        for (var i = 0; i < result.Item.Parts.Length; i++)
        {
            _json.WriteStartObject();
            _json.WriteString("source", result.Item.Parts[i].RelativePath);
            WriteFile(result, i + 1);
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
    }

    private void WriteFile(ItemResult result, int index)
    {
        if (index < result.Inputs.Count) WriteDigest("input", result.Inputs[index]);
        if (index < result.Outputs.Count) WriteDigest("output", result.Outputs[index]);
    }

    private void WriteDigest(string name, FileDigest digest)
    {
        _json.WriteStartObject(name);
        _json.WriteString("sha256", digest.Sha256);
        _json.WriteNumber("bytes", digest.Bytes);
        _json.WriteEndObject();
    }

    private void WritePolicy()
    {
        var policy = redactor.Policy;
        _json.WriteStartObject("policy");
        _json.WriteString("id", policy.Policy.Id);
        _json.WriteString("sha256", policy.Sha256);
        if (!policy.Extends.IsEmpty)
        {
            _json.WriteStartArray("extends");
            foreach (var origin in policy.Extends)
            {
                _json.WriteStartObject();
                _json.WriteString("id", origin.Id);
                _json.WriteString("sha256", origin.Sha256);
                _json.WriteEndObject();
            }
            _json.WriteEndArray();
        }
        _json.WriteEndObject();
    }

    /// <summary>What decided besides the policy: another stamp, and the same input may give another output.</summary>
    private void WriteStamp(ItemResult result)
    {
        _json.WriteString("engine", EngineVersion.Current);
        _json.WriteString("detectors", redactor.Stamp.Detectors);
        _json.WriteString("lexicons", RedactionStamp.Lexicons);
        _json.WriteStartObject("models");
        foreach (var model in redactor.Stamp.ModelsOf(result.Kind is ItemKind.Image or ItemKind.Video)) _json.WriteString(model.Id, $"{model.Version}:{model.Sha256}");
        _json.WriteEndObject();
    }

    private void WriteOutcome(ItemResult result)
    {
        if (result.Kind == ItemKind.Image) WriteImage(result.Facts);
        if (result.Kind == ItemKind.Video) WriteVideo(result.Facts);
        if (result.Kind == ItemKind.Call) _json.WriteNumber("seconds", Math.Round(result.Facts.Seconds, 3));
        if (result.Kind == ItemKind.Call || (result.Kind == ItemKind.Video && redactor.Policy.Video.Sound == VideoAudio.Redact))
        {
            _json.WriteNumber("secondsMasked", Math.Round(result.Facts.SecondsMasked, 3));
            WriteProof(result.Facts.Proof);
            if (result.Facts.HasOtherVoices) _json.WriteString("voices", "disguised");
        }
        _json.WriteStartObject("counts");
        WriteCounts("entities", result.Counts.Entities);
        WriteCounts("operators", result.Counts.Operators);
        _json.WriteNumber("kept", result.Counts.Kept);
        _json.WriteEndObject();
        _json.WriteStartArray("plan");
        _json.Flush();
        result.Spool.CopyTo(output);
        _json.WriteEndArray();
    }

    private void WriteProof(CallProof proof)
    {
        _json.WriteStartObject("secondsByEntity");
        foreach (var (entity, seconds) in proof.SecondsByEntity) _json.WriteNumber(entity, Math.Round(seconds, 3));
        _json.WriteEndObject();
        if (proof.OverMasking is { } ratio) _json.WriteNumber("overMasking", Math.Round(ratio, 3));
        _json.WriteNumber("unlocated", proof.Unlocated);
    }

    private void WriteImage(ItemFacts facts)
    {
        _json.WriteNumber("width", facts.Width);
        _json.WriteNumber("height", facts.Height);
        _json.WriteNumber("pages", facts.Pages);
        _json.WriteStartArray("metadataDropped");
        foreach (var kind in facts.MetadataDropped) _json.WriteStringValue(kind);
        _json.WriteEndArray();
    }

    private void WriteVideo(ItemFacts facts)
    {
        _json.WriteNumber("width", facts.Width);
        _json.WriteNumber("height", facts.Height);
        _json.WriteNumber("seconds", Math.Round(facts.Seconds, 3));
        _json.WriteNumber("frames", facts.Frames);
        _json.WriteNumber("framesMasked", facts.FramesMasked);
        _json.WriteNumber("tracks", facts.Tracks);
        _json.WriteString("audio", redactor.Policy.Video.Sound.ToString().ToLowerInvariant());
    }

    private void WriteCounts(string name, SortedDictionary<string, long> counts)
    {
        _json.WriteStartObject(name);
        foreach (var (key, count) in counts) _json.WriteNumber(key, count);
        _json.WriteEndObject();
    }
}
