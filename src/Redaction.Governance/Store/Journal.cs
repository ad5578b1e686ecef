using System.Text.Json;

namespace Redaction.Governance;

/// <summary>A file of JSON lines to which lines are added, each with one write; a last line that was never finished is cut off when it is opened.</summary>
/// <remarks>Not thread-safe. Only its owner can read the file. A line is in the file when <see cref="Append"/> returns, so it survives the process.</remarks>
internal sealed class Journal : IDisposable
{
    private readonly string _path;
    private readonly LineChain? _chain;
    private FileStream _file;

    private Journal(string path, LineChain? chain) => (_path, _chain, _file) = (path, chain, OpenFile(path));

    /// <summary>Opens or makes a journal and hands over its lines: content, offset and length.</summary>
    /// <param name="path">The file.</param>
    /// <param name="chain">Ties the lines to each other; owned by the journal. Null for a reader without the project's key, who adds nothing.</param>
    /// <param name="read">Receives the lines.</param>
    /// <exception cref="RedactionException">A line is no JSON object, or not the next of the chain (<see cref="ErrorCodes.Integrity"/>).</exception>
    public static Journal Open(string path, LineChain? chain, Action<JsonElement, long, int> read)
    {
        Journal journal;
        try
        {
            journal = new(path, chain);
        }
        catch
        {
            chain?.Dispose();
            throw;
        }
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
        if (_chain is null) throw new InvalidOperationException("The journal was opened for reading.");
        var (before, end) = (_chain.Last, _file.Position);
        var line = Line(write);
        try
        {
            _file.Write(line);
            return (end, line.Length - 1);
        }
        catch (IOException e)
        {
            _file.SetLength(end); // half a line must not come before the next one
            _file.Position = end;
            _chain.Last = before;
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
        if (_chain is null) throw new InvalidOperationException("The journal was opened for reading.");
        var (temporary, before) = (_path + ".new", _chain.Last);
        File.Delete(temporary);
        _chain.Last = LineChain.Beginning;
        try
        {
            using (var file = OpenFile(temporary))
            {
                foreach (var line in lines) file.Write(Line(line));
                file.Flush(flushToDisk: true);
            }
            _file.Dispose();
            File.Move(temporary, _path, overwrite: true);
        }
        catch
        {
            _chain.Last = before;
            throw;
        }
        _file = OpenFile(_path);
        _file.Position = _file.Length;
    }

    /// <summary>Forces everything to the disk.</summary>
    public void Flush() => _file.Flush(flushToDisk: true);

    public void Dispose()
    {
        _chain?.Dispose();
        _file.Dispose();
    }

    private void Load(Action<JsonElement, long, int> read)
    {
        var bytes = new byte[_file.Length];
        _file.ReadExactly(bytes);
        var whole = bytes.AsSpan().LastIndexOf((byte)'\n') + 1;
        for (var start = 0; start < whole;)
        {
            var length = bytes.AsSpan(start).IndexOf((byte)'\n');
            if (_chain?.Follows(bytes.AsSpan(start, length)) == false)
                throw new RedactionException(ErrorCodes.Integrity, "store", "A line is not the one that was written after the line before it: the store was changed, or belongs to another key or project.");
            using var line = JsonDocument.Parse(bytes.AsMemory(start, length));
            read(line.RootElement, start, length);
            start += length + 1;
        }
        _file.SetLength(whole);
        _file.Position = whole;
    }

    private byte[] Line(Action<Utf8JsonWriter> write)
    {
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        return [.. _chain is null ? line.ToArray() : _chain.Sign(line.ToArray()), (byte)'\n'];
    }

    private static FileStream OpenFile(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 0 };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new(path, options);
    }
}
