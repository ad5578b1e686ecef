using System.Globalization;
using System.Text.Json;

namespace Redaction.Batch;

/// <summary>Writes <c>manifest.jsonl</c>: one line an item, in the order of the inputs. It depends on inputs, policy and versions
/// only.</summary>
/// <remarks>A key that is added here is added to <see cref="ItemReader"/> too, which refuses what it does not know.</remarks>
internal sealed class ManifestWriter(Stream output, RedactionEngine redactor, BatchOptions options, bool hold = false) : IDisposable
{
    private readonly ManifestSwitches _switches = ManifestSwitches.Of(redactor, options);
    private bool _hasRules;
    private readonly Utf8JsonWriter _json = new(output, ManifestJson.Compact);

    public void Write(ItemOutcome result)
    {
        if (result.IsKept)
        {
            WriteKept(result);
            return;
        }
        _json.Reset();
        _json.WriteStartObject();
        _json.WriteString("source", result.Item.Main.RelativePath);
        if (result.Notes.NameToken is { } token) _json.WriteString("sealedName", $"[file-name:{token}]");
        _json.WriteString("kind", result.Kind);
        if (result.Format is not null) _json.WriteString("format", result.Format);
        _json.WriteString("status", result.Error is null ? "redacted" : "quarantined");
        if (result.Error is not null)
        {
            _json.WriteString("error", result.Error);
            _json.WriteString("component", result.Component);
            if (result.Failure!.Advice is { } advice) _json.WriteString("advice", advice);
        }
        WriteFile(result, 0);
        if (result.Item.Transcript is { } transcript) WriteTranscript(result, transcript);
        if (!result.Item.Parts.IsEmpty) WriteParts(result);
        WritePolicy();
        WriteStamp(result);
        if (options.RetainUntil is { } until)
            _json.WriteString("retainUntil", until.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture));
        if (hold) _json.WriteBoolean("hold", true);
        if (result.Error is null or ErrorCodes.Unsearched) LedgerWriter.Write(_json, result.Notes.Searches, new(redactor.Paths));
        if (result.Error is null) WriteOutcome(result);
        _json.WriteEndObject();
        _json.Flush();
        output.Write("\n"u8);
    }

    /// <summary>A line as it stood in an earlier manifest; the first line of this one has the rules.</summary>
    private void WriteKept(ItemOutcome result)
    {
        var line = new MemoryStream();
        result.Spool.CopyTo(line);
        var bytes = line.GetBuffer().AsSpan(0, (int)line.Length);
        if (_hasRules) ManifestLine.WriteWithoutRules(bytes, output);
        else ManifestLine.WriteWithRules(bytes, Rules(), output);
        _hasRules = true;
        output.Write("\n"u8);
    }

    private string? Rules() => PolicyCopy.IsPartial(redactor.Policy) ? null : PolicyCopy.Of(redactor.Policy);

    public void Dispose() => _json.Dispose();

    private void WriteTranscript(ItemOutcome result, InputFile transcript)
    {
        _json.WriteStartObject("transcript");
        _json.WriteString("source", transcript.RelativePath);
        WriteFile(result, 1);
        _json.WriteEndObject();
    }

    private void WriteParts(ItemOutcome result)
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

    private void WriteFile(ItemOutcome result, int index)
    {
        if (index < result.Inputs.Length) WriteDigest("input", result.Inputs[index]);
        if (index < result.Outputs.Length) WriteDigest("output", result.Outputs[index]);
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
        if (!_hasRules && Rules() is { } rules)
        {
            _json.WritePropertyName("effective");
            _json.WriteRawValue(rules);
        }
        _hasRules = true;
        _json.WriteEndObject();
        _json.WriteStartObject("switches");
        _switches.Write(_json);
        _json.WriteEndObject();
    }

    /// <summary>What decided besides the policy: another stamp, and the same input may give another output.</summary>
    private void WriteStamp(ItemOutcome result)
    {
        _json.WriteString("engine", EngineVersion.Current);
        _json.WriteString("detectors", redactor.Stamp.Detectors);
        _json.WriteString("lexicons", RedactionStamp.Lexicons);
        _json.WriteStartObject("models");
        foreach (var model in redactor.Stamp.ModelsOf(result.File is { IsSeen: true }, result.File is { IsHeard: true }))
            _json.WriteString(model.Id, $"{model.Version}:{model.Sha256}");
        _json.WriteEndObject();
        if (redactor.Stamp.Key is { } key) _json.WriteString("key", key);
    }

    private void WriteOutcome(ItemOutcome result)
    {
        result.File!.WriteFacts(_json);
        _json.WriteStartObject("counts");
        WriteCounts("entities", result.Counts.Entities);
        WriteCounts("operators", result.Counts.Operators);
        _json.WriteNumber("kept", result.Counts.Kept);
        _json.WriteEndObject();
        WriteRefused(result.Notes.Refused);
        WriteWritten(result.Notes.Written);
        if (!options.ManifestHasTextPlans) _json.WriteBoolean("textPlan", false);
        _json.WriteStartArray("plan");
        _json.Flush();
        result.Spool.CopyTo(output);
        _json.WriteEndArray();
    }

    /// <summary>Records that were left out: their lines and why.</summary>
    private void WriteRefused(List<RefusedRecord> refused)
    {
        if (refused.Count == 0) return;
        _json.WriteStartArray("refused");
        foreach (var record in refused)
        {
            _json.WriteStartObject();
            _json.WriteNumber("line", record.Line);
            _json.WriteString("error", record.Error);
            _json.WriteString("component", record.Component);
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
    }

    /// <summary>What stands in the output in place of values, where its form does not tell: whoever searches the output leaves it alone.
    /// </summary>
    private void WriteWritten(WrittenTexts written)
    {
        var byEntity = written.ByEntity.ToArray();
        if (byEntity.Length > 0)
        {
            _json.WriteStartObject("written");
            foreach (var (entity, texts) in byEntity)
            {
                _json.WriteStartArray(entity);
                foreach (var text in texts) _json.WriteStringValue(text);
                _json.WriteEndArray();
            }
            _json.WriteEndObject();
        }
        if (!written.IsComplete) _json.WriteBoolean("writtenMore", true);
    }

    private void WriteCounts(string name, SortedDictionary<string, long> counts)
    {
        _json.WriteStartObject(name);
        foreach (var (key, count) in counts) _json.WriteNumber(key, count);
        _json.WriteEndObject();
    }
}
