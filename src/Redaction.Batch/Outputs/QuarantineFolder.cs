using System.Text.Json;

namespace Redaction.Batch;

/// <summary>Notes what could not be redacted, one file a reason; nothing of the content goes there.</summary>
internal sealed class QuarantineFolder(string root) : IDisposable
{
    private readonly string _folder = Path.Combine(root, FolderOutput.Quarantine);
    private readonly Dictionary<string, FileStream> _files = new(StringComparer.Ordinal);

    /// <summary>Removes what an earlier run noted.</summary>
    public void Clear()
    {
        if (!Directory.Exists(_folder)) return;
        foreach (var file in Directory.EnumerateFiles(_folder, "*.jsonl")) File.Delete(file);
        if (!Directory.EnumerateFileSystemEntries(_folder).Any()) Directory.Delete(_folder);
    }

    public void Add(ItemOutcome result)
    {
        var code = result.Error!;
        if (!_files.TryGetValue(code, out var file))
        {
            Directory.CreateDirectory(_folder);
            _files[code] = file = new FileStream(Path.Combine(_folder, code + ".jsonl"), FileMode.Create, FileAccess.Write, FileShare.Read);
        }
        foreach (var input in result.Item.Files)
        {
            using (var json = new Utf8JsonWriter(file, ManifestJson.Compact))
            {
                json.WriteStartObject();
                json.WriteString("source", input.RelativePath);
                json.WriteString("error", code);
                json.WriteString("component", result.Component);
                json.WriteEndObject();
            }
            file.Write("\n"u8);
        }
    }

    public void Dispose()
    {
        foreach (var file in _files.Values) file.Dispose();
    }
}
