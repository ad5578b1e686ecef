using System.Text.Json;

namespace Redaction.Audio;

/// <summary>Reads a JSON document into parts that know their bytes.</summary>
internal static class JsonParts
{
    public static JsonPart Read(byte[] content, string format)
    {
        var offset = content.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0;
        // Not the final block: an end that comes too early is then told apart from a fault.
        var reader = new Utf8JsonReader(content.AsSpan(offset), isFinalBlock: false, new JsonReaderState(new() { MaxDepth = 64 }));
        try
        {
            return Read(ref reader, offset) is { } root && (root.Kind == JsonTokenType.StartObject || root is { Kind: JsonTokenType.StartArray, Children: [{ Kind: JsonTokenType.StartObject }, ..] })
                ? root
                : throw new RedactionException(ErrorCodes.Malformed, format, "The transcript is neither a JSON object nor an array of objects.");
        }
        catch (JsonException)
        {
            throw new RedactionException(ErrorCodes.Malformed, format, "The transcript is not valid JSON.");
        }
        JsonPart Read(ref Utf8JsonReader reader, int offset) => ReadTree(ref reader, offset, format);
    }

    private static JsonPart ReadTree(ref Utf8JsonReader reader, int offset, string format)
    {
        JsonPart? root = null;
        string? name = null;
        var (nameStart, nameLength) = (0, 0);
        var open = new Stack<JsonPart>();
        var names = new Dictionary<string, string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>(); // a few names, each thousands of times
        while (reader.Read())
        {
            var kind = reader.TokenType;
            var start = (int)reader.TokenStartIndex + offset;
            if (kind == JsonTokenType.PropertyName)
            {
                (name, nameStart, nameLength) = (Name(ref reader, names), start + 1, reader.ValueSpan.Length);
                continue;
            }
            if (kind is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                var closed = open.Pop();
                closed.Length = start + 1 - closed.Start;
                continue;
            }
            var parent = open.Count == 0 ? null : open.Peek();
            var part = new JsonPart(kind, parent, name, parent?.Children.Count ?? 0, kind == JsonTokenType.String ? start + 1 : start) { Length = reader.ValueSpan.Length, NameStart = nameStart, NameLength = nameLength };
            name = null;
            root ??= part;
            parent?.Add(part);
            if (kind is JsonTokenType.StartObject or JsonTokenType.StartArray) open.Push(part);
        }
        if (root is null || open.Count > 0) throw new RedactionException(ErrorCodes.Truncated, format, "The transcript ends too early.");
        return root;
    }

    private static string Name(ref Utf8JsonReader reader, Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> names)
    {
        try
        {
            Span<char> buffer = stackalloc char[64];
            if (reader.ValueSpan.Length > buffer.Length) return reader.GetString()!;
            var name = buffer[..reader.CopyString(buffer)];
            if (names.TryGetValue(name, out var known)) return known;
            return names[name] = name.ToString();
        }
        catch (InvalidOperationException)
        {
            throw new RedactionException(ErrorCodes.InvalidEncoding, "transcript", "The text is not valid UTF-8.");
        }
    }
}
