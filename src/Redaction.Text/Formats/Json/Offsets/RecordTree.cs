using System.Text;
using System.Text.Json;

namespace Redaction.Text;

/// <summary>Reads a record as a tree, without its contents.</summary>
internal static class RecordTree
{
    /// <summary>The value of the record; null where it is not valid JSON, of which the walker tells.</summary>
    public static RecordNode? Read(ReadOnlySpan<byte> record, bool isWhole = true)
    {
        var reader = new Utf8JsonReader(record, isWhole, new JsonReaderState(Json.Options));
        RecordNode? root = null, parent = null;
        string? name = null;
        try
        {
            for (var token = 0; reader.Read(); token++)
            {
                if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray) { parent = parent?.Parent; continue; }
                if (reader.TokenType == JsonTokenType.PropertyName) { name = reader.GetString(); continue; }
                var node = new RecordNode(reader.TokenType, name, token, (int)reader.TokenStartIndex..(int)reader.BytesConsumed, parent);
                parent?.Children.Add(node);
                root ??= node;
                name = null;
                if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray) parent = node;
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
        return root;
    }

    /// <summary>A whole number from 0 on; null for anything else.</summary>
    public static int? Number(ReadOnlySpan<byte> record, RecordNode node) =>
        node.Kind == JsonTokenType.Number && int.TryParse(record[node.Raw], out var number) && number >= 0 ? number : null;

    /// <summary>The text of a string.</summary>
    public static string Text(ReadOnlySpan<byte> record, RecordNode node)
    {
        try
        {
            var reader = new Utf8JsonReader(record[node.Raw]);
            return reader.Read() ? reader.GetString()! : "";
        }
        catch (InvalidOperationException)
        {
            return Encoding.UTF8.GetString(record[node.Raw]); // half a character: fits no offset
        }
    }
}
