using System.Text.Json;

namespace Redaction.Batch;

/// <summary>A file as the manifest knows it, and how many findings of each entity its replacements can give.</summary>
internal sealed record ManifestEntry(string Source, string Sha256, Dictionary<string, long> Surrogates)
{
    // These write values that look like what they stand for; what the others write no detector finds again.
    private static readonly string[] s_lookalikes = ["pseudonym", "shift-date", "generalise", "fpe", "mask", "keep"];

    /// <summary>The entries of a manifest; calls have two, Kaldi directories one a file.</summary>
    /// <exception cref="RedactionException">A line is not as the run writes it.</exception>
    public static IEnumerable<ManifestEntry> Read(string path)
    {
        foreach (var line in File.ReadLines(path))
        {
            List<ManifestEntry> entries;
            try
            {
                entries = ReadLine(line);
            }
            catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
            {
                throw new RedactionException(ErrorCodes.Malformed, "manifest", "A line is not as the run wrote it.", e.GetType());
            }
            foreach (var entry in entries) yield return entry;
        }
    }

    private static List<ManifestEntry> ReadLine(string line)
    {
        using var parsed = JsonDocument.Parse(line);
        var item = parsed.RootElement;
        if (item.GetProperty("status").GetString() != "redacted") return [];
        var surrogates = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var planned in item.GetProperty("plan").EnumerateArray())
        {
            if (!s_lookalikes.Contains(planned.GetProperty("operator").GetString())) continue;
            var entity = planned.GetProperty("entity").GetString()!;
            surrogates[entity] = surrogates.GetValueOrDefault(entity) + 1;
        }
        var entries = new List<ManifestEntry> { Of(item, surrogates) };
        if (item.TryGetProperty("transcript", out var transcript)) entries.Add(Of(transcript, surrogates));
        if (item.TryGetProperty("parts", out var parts)) entries.AddRange(parts.EnumerateArray().Select(p => Of(p, surrogates)));
        return entries;
    }

    private static ManifestEntry Of(JsonElement item, Dictionary<string, long> surrogates) =>
        new(item.GetProperty("source").GetString()!, item.GetProperty("output").GetProperty("sha256").GetString()!, surrogates);
}
