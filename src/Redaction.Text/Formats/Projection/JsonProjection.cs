using System.Text.Json;

namespace Redaction.Text;

/// <summary>Leaves members and elements out of JSON; all other bytes stay.</summary>
/// <remarks>Read twice: the first time to see which objects and arrays hold something that leaves.</remarks>
internal sealed class JsonProjection(FieldProjection fields)
{
    /// <summary>Projects one JSON text.</summary>
    public void Run(Stream input, Stream output) => Recode(input, output, Project);

    /// <summary>Projects one JSON text a line. What is no JSON is left to the reader of the format.</summary>
    public void RunLines(Stream input, Stream output) => Recode(input, output, (text, projected) =>
    {
        foreach (var line in Lines(text))
        {
            if (line.AsSpan().ContainsAnyExcept(" \t\r\n"u8) && IsJson(line)) Project(line, projected);
            else projected.Write(line);
        }
    });

    /// <summary>What is another encoding is projected as UTF-8 and written as it was.</summary>
    private static void Recode(Stream input, Stream output, Action<Stream, Stream> project)
    {
        var (text, projected) = TextEncoding.OpenUtf8(input, output);
        try
        {
            project(text, projected);
        }
        catch (System.Text.DecoderFallbackException)
        {
            throw TextEncoding.Unknown();
        }
        finally
        {
            if (text != input) text.Dispose();
            if (projected != output) projected.Dispose();
        }
    }

    private void Project(Stream text, Stream output)
    {
        if (fields.IsOnly && !text.CanSeek)
        {
            using var whole = new MemoryStream();
            text.CopyTo(whole);
            whole.Position = 0;
            Project(whole, output);
            return;
        }
        var needed = new List<bool>();
        if (fields.IsOnly)
        {
            var start = text.Position;
            JsonTokens.Read(text, new JsonScout(fields, needed).Take);
            text.Position = start;
        }
        var writer = new JsonFieldWriter(fields, needed, output);
        JsonTokens.Read(text, writer.Take);
    }

    private void Project(byte[] record, Stream output)
    {
        var mark = record.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0;
        output.Write(record, 0, mark);
        using var content = new MemoryStream(record, mark, record.Length - mark, writable: false);
        Project(content, output);
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
