using System.Text.Json;

namespace Redaction.Text;

/// <summary>The first line of JSON Lines whose records are lists: texts, one of which at least is the known name of a column.</summary>
internal sealed class JsonHeader
{
    private const int LongestName = 64, Most = 1024;
    private readonly byte[] _line;
    private readonly string[] _names;

    private JsonHeader(ReadOnlySpan<byte> line, string[] names) => (_line, _names) = (line.ToArray(), names);

    /// <summary>The names in the first of some lines; null where it is a record like the others.</summary>
    public static JsonHeader? Of(ReadOnlySpan<byte> lines)
    {
        var line = Trimmed(lines[..(lines.IndexOf((byte)'\n') is >= 0 and var end ? end : lines.Length)]);
        if (!line.StartsWith("["u8)) return null;
        var names = new List<string>();
        var reader = new Utf8JsonReader(line, Json.Options);
        try
        {
            for (reader.Read(); reader.Read() && reader.TokenType == JsonTokenType.String && names.Count < Most;)
            {
                if (reader.ValueSpan.Length is 0 or > LongestName) return null;
                names.Add(reader.GetString()!);
            }
            if (reader.TokenType != JsonTokenType.EndArray || reader.BytesConsumed < line.Length) return null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null; // whoever reads on will say so
        }
        var isKnown = names.Exists(static n => FieldVocabulary.OfName(n, out var start) is { Type.Name: not null } && start == 0);
        return names.Count > 1 && isKnown && !names.Exists(static n => char.IsAsciiDigit(n[0]) || n.Contains('@'))
            ? new(line, [.. names]) : null;
    }

    /// <summary>The names of the values of a record; null for the header itself.</summary>
    public string[]? NamesOf(ReadOnlySpan<byte> record) => Trimmed(record).SequenceEqual(_line) ? null : _names;

    private static ReadOnlySpan<byte> Trimmed(ReadOnlySpan<byte> line) =>
        (line.StartsWith("\uFEFF"u8) ? line[3..] : line).Trim(" \t\r\n"u8);
}
