using System.Collections.Immutable;
using System.Text.Json;

namespace Redaction.Governance;

/// <summary>Reads the events of a log: the only reader that does.</summary>
internal static class AuditReader
{
    public static IEnumerable<AuditEvent> Read(string path)
    {
        if (!File.Exists(path)) yield break;
        using var lines = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        var line = lines.ReadLine();
        while (line is not null)
        {
            var next = lines.ReadLine();
            if (Parse(line, isLast: next is null && !EndsWithLine(path)) is { } entry) yield return entry;
            line = next;
        }
    }

    private static AuditEvent? Parse(string line, bool isLast)
    {
        try
        {
            using var parsed = JsonDocument.Parse(line);
            var record = parsed.RootElement;
            return new(record.GetProperty("event").GetString() ?? throw new FormatException())
            {
                Actor = Text(record, "actor"),
                Subject = Text(record, "subject"),
                Artefact = Text(record, "artefact"),
                Policy = Text(record, "policy"),
                Details = Members(record, "details", static v => v.GetString() ?? ""),
                Counts = Members(record, "counts", static v => v.GetInt64()),
            };
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            if (isLast) return null; // its writer was stopped
            const string Message = "A line is no event: 'redact audit verify' says where the log was changed.";
            throw new RedactionException(ErrorCodes.Integrity, "audit-log", Message, e.GetType());
        }
    }

    private static bool EndsWithLine(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        file.Seek(-1, SeekOrigin.End);
        return file.ReadByte() == '\n';
    }

    private static string? Text(JsonElement record, string name) => record.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static ImmutableSortedDictionary<string, T> Members<T>(JsonElement record, string name, Func<JsonElement, T> read) =>
        record.TryGetProperty(name, out var members)
            ? members.EnumerateObject().ToImmutableSortedDictionary(static m => m.Name, m => read(m.Value), StringComparer.Ordinal)
            : ImmutableSortedDictionary<string, T>.Empty;
}
