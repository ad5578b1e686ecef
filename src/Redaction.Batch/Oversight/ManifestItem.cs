using System.Text.Json;

namespace Redaction.Batch;

/// <summary>An item of a manifest, as those need it who work on its output.</summary>
internal sealed record ManifestItem(string Source, string Kind, string Input, string Output, string? Transcript, string? TranscriptOutput)
{
    /// <exception cref="ArgumentException">There is no manifest.</exception>
    /// <exception cref="RedactionException">A line is not as the run writes it.</exception>
    public static List<ManifestItem> Read(string folder)
    {
        var path = Path.Combine(folder, FolderOutput.Manifest);
        if (!File.Exists(path)) throw new ArgumentException($"There is no {FolderOutput.Manifest} in '{folder}': give the folder that 'redact run' wrote.", nameof(folder));
        var items = new List<ManifestItem>();
        foreach (var line in File.ReadLines(path))
        {
            try
            {
                using var parsed = JsonDocument.Parse(line);
                if (parsed.RootElement.GetProperty("status").GetString() == "redacted") items.Add(Read(parsed.RootElement));
            }
            catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
            {
                throw new RedactionException(ErrorCodes.Malformed, "manifest", "A line is not as the run wrote it.", e.GetType());
            }
        }
        return items;
    }

    private static ManifestItem Read(JsonElement item)
    {
        var (transcript, output) = item.TryGetProperty("transcript", out var words)
            ? (words.GetProperty("source").GetString(), words.GetProperty("output").GetProperty("sha256").GetString())
            : (null, null);
        return new(
            item.GetProperty("source").GetString()!, item.GetProperty("kind").GetString()!, item.GetProperty("input").GetProperty("sha256").GetString()!,
            item.GetProperty("output").GetProperty("sha256").GetString()!, transcript, output);
    }
}
