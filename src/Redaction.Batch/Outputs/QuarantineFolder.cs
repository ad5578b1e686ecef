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
        if (result.Error is { } error)
        {
            foreach (var input in result.Item.Files)
                Write(FileOf(error), input.RelativePath, 0, error, result.Component, result.Failure!.Advice);
            return;
        }
        foreach (var record in result.Notes.Refused)
            Write(FileOf(record.Error), result.Item.Main.RelativePath, record.Line, record.Error, record.Component);
    }

    private FileStream FileOf(string code)
    {
        if (_files.TryGetValue(code, out var file)) return file;
        Directory.CreateDirectory(_folder);
        return _files[code] = new FileStream(Path.Combine(_folder, code + ".jsonl"), FileMode.Create, FileAccess.Write, FileShare.Read);
    }

    private static void Write(FileStream file, string source, long line, string code, string? component, string? advice = null)
    {
        using (var json = new Utf8JsonWriter(file, ManifestJson.Compact))
        {
            json.WriteStartObject();
            json.WriteString("source", source);
            if (line > 0) json.WriteNumber("line", line);
            json.WriteString("error", code);
            json.WriteString("component", component);
            if (advice is not null) json.WriteString("advice", advice);
            json.WriteEndObject();
        }
        file.Write("\n"u8);
    }

    public void Dispose()
    {
        foreach (var file in _files.Values) file.Dispose();
    }
}
