using System.Text.Json;

namespace Redaction.Text;

/// <summary>Leaves members and elements out of JSON; all other bytes stay.</summary>
/// <remarks>Read twice: the first time to see which objects and arrays hold something that leaves.</remarks>
internal sealed class JsonProjection(FieldProjection fields)
{
    /// <summary>Projects one JSON text; the input is read twice.</summary>
    public void Run(Stream input, Stream output)
    {
        var start = input.Position;
        var needed = new List<bool>();
        if (fields.IsOnly)
        {
            var scout = new JsonScout(fields, needed);
            JsonTokens.Read(input, scout.Take);
            input.Position = start;
        }
        var writer = new JsonFieldWriter(fields, needed, output);
        JsonTokens.Read(input, writer.Take);
        writer.End();
    }

    /// <summary>Projects one JSON text a line. What is no JSON is left to the reader of the format.</summary>
    public void RunLines(Stream input, Stream output)
    {
        foreach (var line in Lines(input))
        {
            if (!line.AsSpan().ContainsAnyExcept(" \t\r\n"u8)) output.Write(line);
            else if (IsJson(line)) Project(line, output);
            else output.Write(line);
        }
    }

    /// <summary>Projects one record.</summary>
    public void Project(byte[] record, Stream output)
    {
        var mark = record.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0;
        output.Write(record, 0, mark);
        using var content = new MemoryStream(record, mark, record.Length - mark, writable: false);
        Run(content, output);
    }

    private static bool IsJson(byte[] line)
    {
        var mark = line.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0;
        var reader = new Utf8JsonReader(line.AsSpan(mark), Json.Options);
        try
        {
            while (reader.Read()) { }
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static IEnumerable<byte[]> Lines(Stream input)
    {
        var buffer = new byte[1 << 16];
        var (length, start) = (0, 0);
        while (true)
        {
            var end = buffer.AsSpan(start, length - start).IndexOf((byte)'\n');
            if (end >= 0)
            {
                yield return buffer[start..(start + end + 1)];
                start += end + 1;
                continue;
            }
            buffer.AsSpan(start, length - start).CopyTo(buffer);
            (start, length) = (0, length - start);
            if (length == buffer.Length) Json.Grow(ref buffer, length);
            var read = input.Read(buffer, length, buffer.Length - length);
            if (read == 0) break;
            length += read;
        }
        if (length > 0) yield return buffer[..length];
    }
}
