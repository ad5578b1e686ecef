using System.Text.Json;

namespace Redaction.Audio;

/// <summary>Reads a JSON document into parts that know their bytes.</summary>
internal static class JsonParts
{
    private static readonly JsonReaderOptions s_lines = new() { MaxDepth = 64, AllowTrailingCommas = true, AllowMultipleValues = true };
    private static readonly JsonReaderOptions s_options = new() { MaxDepth = 64, AllowTrailingCommas = true };

    /// <exception cref="RedactionException">The document is not JSON, ends too early,
    /// or is neither an object nor an array of objects.</exception>
    public static JsonPart Read(byte[] content, string format)
    {
        content = JsonNumbers.Readable(content);
        var offset = content.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0;
        // Not the final block: an end that comes too early is then told apart from a fault.
        var reader = new Utf8JsonReader(content.AsSpan(offset), isFinalBlock: false, new JsonReaderState(s_options));
        try
        {
            var root = Read(ref reader, offset, format);
            return root.Kind is JsonTokenType.StartObject
                || root is { Kind: JsonTokenType.StartArray, FirstChild.Kind: JsonTokenType.StartObject or JsonTokenType.StartArray }
                ? root
                : throw new RedactionException(ErrorCodes.Malformed, format,
                    "The transcript is neither a JSON object nor an array of objects.");
        }
        catch (JsonException e)
        {
            throw new RedactionException(ErrorCodes.Malformed, format, JsonFault.Of("transcript", e));
        }
    }

    /// <summary>Reads documents that follow one another, such as JSON Lines, as elements of one array.</summary>
    /// <exception cref="RedactionException">They are not JSON, or the last one ends too early.</exception>
    public static JsonPart ReadLines(byte[] content, string format)
    {
        content = JsonNumbers.Readable(content);
        var offset = content.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0;
        var reader = new Utf8JsonReader(content.AsSpan(offset), isFinalBlock: false, new JsonReaderState(s_lines));
        try
        {
            return Read(ref reader, offset, format, isLines: true);
        }
        catch (JsonException)
        {
            throw new RedactionException(ErrorCodes.Malformed, format, "The transcript is not valid JSON, one value a line.");
        }
    }

    /// <summary>Reads the beginning of a document: what it cuts through ends there.</summary>
    /// <exception cref="RedactionException">It is not JSON.</exception>
    public static JsonPart ReadHead(byte[] head, string format)
    {
        head = JsonNumbers.Readable(head);
        var offset = head.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0;
        var reader = new Utf8JsonReader(head.AsSpan(offset), isFinalBlock: false, new JsonReaderState(s_options));
        try
        {
            return Read(ref reader, offset, format, isHead: true);
        }
        catch (JsonException)
        {
            throw new RedactionException(ErrorCodes.Malformed, format);
        }
    }

    private static JsonPart Read(ref Utf8JsonReader reader, int offset, string format, bool isHead = false, bool isLines = false)
    {
        var table = new JsonTable();
        var open = isLines ? table.Add(new() { Parent = -1, Name = -1, End = 1, Kind = JsonTokenType.StartArray }) : -1;
        var (name, nameStart, nameLength) = (-1, 0, 0);
        while (reader.Read())
        {
            var kind = reader.TokenType;
            var start = (int)reader.TokenStartIndex + offset;
            if (kind == JsonTokenType.PropertyName)
            {
                (name, nameStart, nameLength) = (Name(ref reader, table), start + 1, reader.ValueSpan.Length);
                continue;
            }
            if (kind is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                ref var closed = ref table[open];
                (closed.Length, closed.End, open) = (start + 1 - closed.Start, table.Count, closed.Parent);
                continue;
            }
            var isOpened = kind is JsonTokenType.StartObject or JsonTokenType.StartArray;
            var place = open < 0 ? 0 : table[open].Length++; // counts what it holds until it is closed
            var index = table.Add(new()
            {
                Start = kind == JsonTokenType.String ? start + 1 : start,
                Length = isOpened ? 0 : reader.ValueSpan.Length,
                Parent = open,
                End = table.Count + 1,
                Name = name,
                NameStart = name < 0 ? place : nameStart,
                NameLength = nameLength,
                Kind = kind,
            });
            name = -1;
            if (isOpened) open = index;
        }
        if (isLines && open == 0) (table[0].Length, table[0].End, open) = (0, table.Count, -1);
        for (; isHead && open >= 0; open = table[open].Parent) table[open].End = table.Count;
        if (table.Count == 0 || open >= 0) throw new RedactionException(ErrorCodes.Truncated, format, "The transcript ends too early.");
        return new(table, 0);
    }

    private static int Name(ref Utf8JsonReader reader, JsonTable table)
    {
        try
        {
            Span<char> buffer = stackalloc char[64];
            return reader.ValueSpan.Length > buffer.Length ? table.AddName(reader.GetString())
                : table.AddName(buffer[..reader.CopyString(buffer)]);
        }
        catch (InvalidOperationException)
        {
            throw new RedactionException(ErrorCodes.InvalidEncoding, "transcript", "The text is not valid UTF-8.");
        }
    }
}
