using System.Security.Cryptography;
using System.Text.Json;

namespace Redaction.Governance;

/// <summary>A line of a log as the verifier needs it: ranges of its bytes.</summary>
internal readonly ref struct AuditLine
{
    /// <summary>Letters of a hash.</summary>
    public const int HashLength = 64;

    private const int HashMember = 8 + HashLength + 2; // "hash":"…",

    public int Sequence { get; private init; }

    /// <summary>The hash that the line states of the one before it.</summary>
    public ReadOnlySpan<byte> Previous { get; private init; }

    /// <summary>The hash that the line states of itself.</summary>
    public ReadOnlySpan<byte> Stated { get; private init; }

    /// <summary>True when the rest of the line has that hash.</summary>
    public bool IsUnchanged { get; private init; }

    /// <summary>True for a checkpoint.</summary>
    public bool IsCheckpoint { get; private init; }

    /// <summary>True for what the tables of a store hold.</summary>
    public bool IsStore { get; private init; }

    public static bool TryRead(ReadOnlySpan<byte> line, out AuditLine read)
    {
        read = default;
        try
        {
            int sequence = -1, hashAt = -1;
            ReadOnlySpan<byte> previous = default, stated = default, kind = default;
            var json = new Utf8JsonReader(line);
            if (!json.Read() || json.TokenType != JsonTokenType.StartObject) return false;
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                var name = json.TokenStartIndex;
                var isHash = json.ValueTextEquals("hash"u8);
                var isPrevious = json.ValueTextEquals("prev"u8);
                var (isSequence, isEvent) = (json.ValueTextEquals("seq"u8), json.ValueTextEquals("event"u8));
                if (!json.Read()) return false;
                if (isSequence) sequence = json.GetInt32();
                else if (!isHash && !isPrevious && !isEvent) json.Skip();
                else if (json.TokenType != JsonTokenType.String || json.ValueIsEscaped) return false; // none is ever written with an escape
                else if (isHash)
                {
                    hashAt = (int)name;
                    stated = json.ValueSpan;
                }
                else if (isPrevious) previous = json.ValueSpan;
                else kind = json.ValueSpan;
            }
            if (json.TokenType != JsonTokenType.EndObject || json.Read() || sequence < 0 || kind.IsEmpty) return false;
            if (previous.Length != HashLength || stated.Length != HashLength) return false;
            if (hashAt + HashMember > line.Length || line[hashAt + HashMember - 1] != ',') return false;
            read = new()
            {
                Sequence = sequence,
                Previous = previous,
                Stated = stated,
                IsCheckpoint = kind.SequenceEqual("checkpoint"u8),
                IsStore = kind.SequenceEqual("store"u8),
                IsUnchanged = IsHashOfRest(line, hashAt, stated),
            };
            return true;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            return false;
        }
    }

    private static bool IsHashOfRest(ReadOnlySpan<byte> line, int hashAt, ReadOnlySpan<byte> stated)
    {
        var length = line.Length - HashMember;
        var rest = length <= 2048 ? stackalloc byte[length] : new byte[length];
        line[..hashAt].CopyTo(rest);
        line[(hashAt + HashMember)..].CopyTo(rest[hashAt..]);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes], letters = stackalloc byte[HashLength];
        SHA256.HashData(rest, hash);
        return Convert.TryToHexStringLower(hash, letters, out _) && letters.SequenceEqual(stated);
    }
}
