using System.Collections.Immutable;
using System.Text.Json;

namespace Redaction.Evaluation;

/// <summary>Reads JSON lines, one text each, one at a time: <c>{"text":…,"spans":[{"start":0,"end":8,"entity":"person"}]}</c>, spans as
/// <c>[0,8,"person"]</c>, or PII-Masking's <c>{"source_text":…,"privacy_mask":[{"label":…,"start":0,"end":8}]}</c>.
/// A span may name the person or thing it means (<c>"entity_id"</c>) and how it identifies
/// (<c>"identifier_type":"DIRECT"|"QUASI"</c>).</summary>
internal static class SpanJsonLines
{
    private static readonly ImmutableArray<(string Key, string Kind)> s_groups =
        [("language", "language"), ("lang", "language"), ("family", "family"), ("adv", "family"), ("attack", "family"),
            ("domain", "domain"), ("source", "source")];

    /// <summary>Reads a data set of spans.</summary>
    /// <exception cref="RedactionException">A line is not JSON of this shape (<see cref="ErrorCodes.Malformed"/>);
    /// the advice names the line.</exception>
    public static IEnumerable<LabelledText> Read(string path, TextDatasetOptions? options = null)
    {
        var line = 0L;
        foreach (var content in File.ReadLines(path))
        {
            line++;
            if (!string.IsNullOrWhiteSpace(content)) yield return ReadLine(line, content, options ?? new());
        }
    }

    private static LabelledText ReadLine(long line, string content, TextDatasetOptions options)
    {
        try
        {
            using var document = JsonDocument.Parse(content);
            var root = document.RootElement;
            var isMasking = root.TryGetProperty("source_text", out var text);
            if (!isMasking) text = root.GetProperty("text");
            var value = text.GetString()!;
            var spans = root.GetProperty(isMasking ? "privacy_mask" : "spans");
            return new(line, value, [.. spans.EnumerateArray().Select(s => ReadSpan(value, s, options))]) { Groups = Groups(root) };
        }
        catch (Exception e)
            when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or IndexOutOfRangeException
                or ArgumentException)
        {
            throw new RedactionException(
                ErrorCodes.Malformed, "span-jsonl",
                $"Line {line} is not {{\"text\":…,\"spans\":[{{\"start\",\"end\",\"entity\"}}]}} with spans inside the text.", e.GetType());
        }
    }

    private static EntitySpan ReadSpan(string text, JsonElement span, TextDatasetOptions options)
    {
        if (span.ValueKind == JsonValueKind.Array)
            return new(options.Span(text, span[0].GetInt32(), span[1].GetInt32()), options.Name(span[2].GetString()!),
                span.GetArrayLength() > 3 ? span[3].GetSingle() : 1f);
        var entity = First(span, "entity", "label", "entity_type", "type");
        var score = span.TryGetProperty("score", out var given) ? given.GetSingle() : 1f;
        return new(options.Span(text, First(span, "start", "start_position", "start_offset").GetInt32(),
            First(span, "end", "end_position", "end_offset").GetInt32()), options.Name(entity.GetString()!), score)
        {
            Id = span.TryGetProperty("entity_id", out var id) ? id.ToString() : null,
            Identification = span.TryGetProperty("identifier_type", out var kind) ? ReadIdentification(kind.GetString())
                : Identification.Unknown,
        };
    }

    private static Identification ReadIdentification(string? name) => name?.ToUpperInvariant() switch
    {
        "DIRECT" => Identification.Direct,
        "QUASI" => Identification.Quasi,
        "NO_MASK" or null => Identification.Unknown,
        _ => throw new FormatException(),
    };

    private static JsonElement First(JsonElement element, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (element.TryGetProperty(name, out var value)) return value;
        throw new KeyNotFoundException();
    }

    private static ImmutableArray<(string, string)> Groups(JsonElement root)
    {
        var groups = ImmutableArray.CreateBuilder<(string, string)>();
        foreach (var (key, kind) in s_groups)
            if (root.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String
                && value.GetString() is { Length: > 0 and <= 60 } name) groups.Add((kind, name));
        return groups.ToImmutable();
    }
}
