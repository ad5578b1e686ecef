using System.Security.Cryptography;
using System.Text.Json;

namespace Redaction.Governance;

/// <summary>A line of a log as the verifier needs it.</summary>
internal readonly struct AuditLine
{
    private const int HashMember = 8 + 66; // "hash":"…",

    public int Sequence { get; private init; }

    public string Previous { get; private init; }

    /// <summary>The hash that the line states.</summary>
    public string Stated { get; private init; }

    /// <summary>The hash of the rest of the line.</summary>
    public string Computed { get; private init; }

    public string Event { get; private init; }

    public static bool TryRead(ReadOnlySpan<byte> line, out AuditLine read)
    {
        read = default;
        try
        {
            int sequence = -1, hashAt = -1;
            string? previous = null, stated = null, kind = null;
            var json = new Utf8JsonReader(line);
            if (!json.Read() || json.TokenType != JsonTokenType.StartObject) return false;
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                var name = json.TokenStartIndex;
                var isHash = json.ValueTextEquals("hash"u8);
                var (isPrevious, isSequence, isEvent) = (json.ValueTextEquals("prev"u8), json.ValueTextEquals("seq"u8), json.ValueTextEquals("event"u8));
                if (!json.Read()) return false;
                if (isHash) (hashAt, stated) = ((int)name, json.GetString());
                else if (isPrevious) previous = json.GetString();
                else if (isSequence) sequence = json.GetInt32();
                else if (isEvent) kind = json.GetString();
                else json.Skip();
            }
            if (json.TokenType != JsonTokenType.EndObject || json.Read() || sequence < 0 || previous is null || stated is not { Length: 64 } || kind is null) return false;
            if (hashAt + HashMember > line.Length || line[hashAt + HashMember - 1] != ',') return false;
            read = new() { Sequence = sequence, Previous = previous, Stated = stated, Event = kind, Computed = Hash(line, hashAt) };
            return true;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            return false;
        }
    }

    private static string Hash(ReadOnlySpan<byte> line, int hashAt)
    {
        var length = line.Length - HashMember;
        var rest = length <= 2048 ? stackalloc byte[length] : new byte[length];
        line[..hashAt].CopyTo(rest);
        line[(hashAt + HashMember)..].CopyTo(rest[hashAt..]);
        return Convert.ToHexStringLower(SHA256.HashData(rest));
    }
}
