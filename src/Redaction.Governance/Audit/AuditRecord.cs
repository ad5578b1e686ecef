using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;

namespace Redaction.Governance;

/// <summary>One line of a log: canonical JSON, whose member "hash" is the SHA-256 of the line without that member.</summary>
internal static class AuditRecord
{
    public const string Genesis = "0000000000000000000000000000000000000000000000000000000000000000";

    /// <summary>Writes the line without its end and returns its hash.</summary>
    public static string Write(AuditEvent entry, int sequence, string previous, DateTimeOffset time, ArrayBufferWriter<byte> line)
    {
        line.Write("{"u8);
        Member("actor", entry.Actor, line);
        Member("artefact", entry.Artefact, line);
        if (!entry.Counts.IsEmpty)
            Members("counts", entry.Counts, line, static (count, output) => CanonicalJson.WriteNumber(count, output));
        if (!entry.Details.IsEmpty)
            Members("details", entry.Details, line, static (text, output) => CanonicalJson.WriteString(text, output));
        Member("event", entry.Event, line);
        var middle = line.WrittenCount;
        Member("policy", entry.Policy, line);
        Member("prev", previous, line);
        line.Write("\"seq\":"u8);
        CanonicalJson.WriteNumber(sequence, line);
        line.Write(","u8);
        Member("subject", entry.Subject, line);
        Member("time", time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture), line);
        line.Write("\"v\":1}"u8);
        var hash = Convert.ToHexStringLower(SHA256.HashData(line.WrittenSpan));
        Insert(line, middle, hash);
        return hash;
    }

    private static void Insert(ArrayBufferWriter<byte> line, int at, string hash)
    {
        var tail = line.WrittenSpan[at..].ToArray();
        var head = line.WrittenSpan[..at].ToArray();
        line.ResetWrittenCount();
        line.Write(head);
        Member("hash", hash, line);
        line.Write(tail);
    }

    private static void Member(string name, string? value, ArrayBufferWriter<byte> line)
    {
        if (value is null) return;
        CanonicalJson.WriteString(name, line);
        line.Write(":"u8);
        CanonicalJson.WriteString(value, line);
        line.Write(","u8);
    }

    private static void Members<T>(
        string name, IEnumerable<KeyValuePair<string, T>> values, ArrayBufferWriter<byte> line, Action<T, IBufferWriter<byte>> write)
    {
        CanonicalJson.WriteString(name, line);
        line.Write(":{"u8);
        var first = true;
        foreach (var (key, value) in values.OrderBy(static v => v.Key, StringComparer.Ordinal))
        {
            if (!first) line.Write(","u8);
            first = false;
            CanonicalJson.WriteString(key, line);
            line.Write(":"u8);
            write(value, line);
        }
        line.Write("},"u8);
    }
}
