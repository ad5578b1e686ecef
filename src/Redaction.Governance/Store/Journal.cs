using System.Text.Json;

namespace Redaction.Governance;

/// <summary>A file of JSON lines to which lines are added, each with one write; a last line that was never finished is cut off when it is opened.</summary>
/// <remarks>Not thread-safe. Only its owner can read the file. A line is in the file when <see cref="Append"/> returns, so it survives the process.</remarks>
internal sealed class Journal : IDisposable
{
    private readonly string _path;
    private FileStream _file;

    private Journal(string path) => (_path, _file) = (path, OpenFile(path));

    /// <summary>Opens or makes a journal and hands over its lines: content, offset and length.</summary>
    /// <exception cref="RedactionException">A line is no JSON object (<see cref="ErrorCodes.Integrity"/>).</exception>
    public static Journal Open(string path, Action<JsonElement, long, int> read)
    {
        var journal = new Journal(path);
        try
        {
            journal.Load(read);
            return journal;
        }
        catch (Exception e)
        {
            journal.Dispose();
            if (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
                throw new RedactionException(ErrorCodes.Integrity, "store", "A line is not as it was written.", e.GetType());
            throw;
        }
    }

    /// <summary>Adds a line and returns where it stands.</summary>
    /// <exception cref="RedactionException">It cannot be written (<see cref="ErrorCodes.Unwritable"/>).</exception>
    public (long Offset, int Length) Append(Action<Utf8JsonWriter> write)
    {
        var line = Line(write);
        var end = _file.Position;
        try
        {
            _file.Write(line);
            return (end, line.Length - 1);
        }
        catch (IOException e)
        {
            _file.SetLength(end); // half a line must not come before the next one
            _file.Position = end;
            throw new RedactionException(ErrorCodes.Unwritable, "store", cause: e.GetType());
        }
    }

    /// <summary>The line that stands at a place.</summary>
    public byte[] Read(long offset, int length)
    {
        var line = new byte[length];
        if (RandomAccess.Read(_file.SafeFileHandle, line, offset) != length) throw new RedactionException(ErrorCodes.Integrity, "store", "A line is missing.");
        return line;
    }

    /// <summary>Hands over the lines as they stand in the file now.</summary>
    public void ReadAgain(Action<JsonElement> read)
    {
        var bytes = new byte[RandomAccess.GetLength(_file.SafeFileHandle)];
        var length = RandomAccess.Read(_file.SafeFileHandle, bytes, 0);
        foreach (var range in bytes.AsSpan(0, length).Split((byte)'\n'))
        {
            if (range.Start.Value == range.End.Value) continue;
            using var line = JsonDocument.Parse(bytes.AsMemory(range));
            read(line.RootElement);
        }
    }

    /// <summary>Puts other lines in place of all, by atomic rename.</summary>
    public void Rewrite(IEnumerable<Action<Utf8JsonWriter>> lines)
    {
        var temporary = _path + ".new";
        File.Delete(temporary);
        using (var file = OpenFile(temporary))
        {
            foreach (var line in lines) file.Write(Line(line));
            file.Flush(flushToDisk: true);
        }
        _file.Dispose();
        File.Move(temporary, _path, overwrite: true);
        _file = OpenFile(_path);
        _file.Position = _file.Length;
    }

    /// <summary>Forces everything to the disk.</summary>
    public void Flush() => _file.Flush(flushToDisk: true);

    public void Dispose() => _file.Dispose();

    private void Load(Action<JsonElement, long, int> read)
    {
        var bytes = new byte[_file.Length];
        _file.ReadExactly(bytes);
        var whole = bytes.AsSpan().LastIndexOf((byte)'\n') + 1;
        for (var start = 0; start < whole;)
        {
            var length = bytes.AsSpan(start).IndexOf((byte)'\n');
            using var line = JsonDocument.Parse(bytes.AsMemory(start, length));
            read(line.RootElement, start, length);
            start += length + 1;
        }
        _file.SetLength(whole);
        _file.Position = whole;
    }

    private static byte[] Line(Action<Utf8JsonWriter> write)
    {
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        line.WriteByte((byte)'\n');
        return line.ToArray();
    }

    private static FileStream OpenFile(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 0 };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new(path, options);
    }
}
