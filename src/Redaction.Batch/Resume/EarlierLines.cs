using System.Text.Json;

namespace Redaction.Batch;

/// <summary>The lines of manifests of earlier runs, by item; the latest counts. Only places are in memory.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class EarlierLines : IDisposable
{
    private readonly List<FileStream> _files = [];
    private readonly Dictionary<string, (int File, long Offset, int Length)> _places = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    /// <param name="manifests">Oldest first.</param>
    public EarlierLines(IEnumerable<string> manifests)
    {
        foreach (var path in manifests)
        {
            var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            _files.Add(file);
            Index(file);
        }
    }

    /// <summary>Number of items.</summary>
    public int Count => _places.Count;

    /// <summary>The line of an item; null where there is none.</summary>
    public byte[]? Find(string source)
    {
        if (!_places.TryGetValue(source, out var place)) return null;
        var line = new byte[place.Length];
        lock (_lock)
        {
            _files[place.File].Position = place.Offset;
            _files[place.File].ReadExactly(line);
        }
        return line;
    }

    public void Dispose()
    {
        foreach (var file in _files) file.Dispose();
    }

    private void Index(FileStream file)
    {
        var offset = 0L;
        foreach (var line in Manifest.Lines(file))
        {
            var isWhole = offset + line.Length < file.Length; // a line end follows
            if (isWhole && SourceOf(line.Span) is { } source) _places[source] = (_files.Count - 1, offset, line.Length);
            offset += line.Length + 1;
        }
    }

    /// <summary>The path of the item, with which a line begins.</summary>
    private static string? SourceOf(ReadOnlySpan<byte> line)
    {
        try
        {
            var reader = new Utf8JsonReader(line, isFinalBlock: false, default);
            return reader.Read() && reader.Read() && reader.ValueTextEquals("source"u8) && reader.Read() ? reader.GetString() : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
