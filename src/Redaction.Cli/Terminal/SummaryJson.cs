using System.Collections.Immutable;
using System.Text.Json;
using Redaction.Batch;

namespace Redaction.Cli;

/// <summary>The closing summary of a run as one JSON object, for programs.</summary>
internal static class SummaryJson
{
    public static void Write(Stream output, BatchSummary summary)
    {
        using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartObject();
            json.WriteNumber("redacted", summary.Done);
            json.WriteNumber("quarantined", summary.Failed);
            json.WriteNumber("kept", summary.Kept);
            json.WriteNumber("bytes", summary.Bytes);
            WriteCounts(json, "kinds", summary.Redacted.ToImmutableSortedDictionary(static c => c.Key, static c => (long)c.Value));
            WriteCounts(json, "errors", summary.Failures.ToImmutableSortedDictionary(static c => c.Key, static c => (long)c.Value));
            WriteCounts(json, "refusedRecords", summary.RefusedRecords);
            WriteCounts(json, "entities", summary.Entities);
            WriteCounts(json, "operators", summary.Operators);
            WriteCounts(json, "dropped", summary.Dropped);
            WriteCounts(json, "unsearched", summary.Unsearched);
            json.WriteStartArray("notes");
            foreach (var sentence in summary.Notes) json.WriteStringValue(sentence);
            json.WriteEndArray();
            json.WriteStartArray("unmatched");
            foreach (var sentence in summary.Unmatched) json.WriteStringValue(sentence);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        output.Write("\n"u8);
    }

    private static void WriteCounts(Utf8JsonWriter json, string name, ImmutableSortedDictionary<string, long> counts)
    {
        json.WriteStartObject(name);
        foreach (var (key, count) in counts) json.WriteNumber(key, count);
        json.WriteEndObject();
    }
}
