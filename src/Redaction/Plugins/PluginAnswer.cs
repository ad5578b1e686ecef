using System.Collections.Immutable;
using System.Text.Json;

namespace Redaction;

/// <summary>Reads what a plug-in answers: a list of spans, or an object with one. The usual names of tools are understood.</summary>
internal static class PluginAnswer
{
    private static readonly string[] s_lists = ["spans", "entities", "results", "findings"];
    private static readonly string[] s_labels = ["label", "entity", "entity_type", "entity_group", "type"];
    private static readonly string[] s_scores = ["score", "confidence"];

    /// <summary>The spans of an answer.</summary>
    /// <param name="json">The answer, UTF-8.</param>
    /// <param name="offsets">Translates its places.</param>
    /// <param name="plugin">Names it in failures.</param>
    /// <exception cref="RedactionException">It is no such JSON, or a place is not in the text.</exception>
    public static ImmutableArray<PluginSpan> Read(ReadOnlyMemory<byte> json, PluginOffsets offsets, string plugin)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            if (List(document.RootElement) is not { } list)
                throw Failed(plugin, "It answered neither a list nor an object with a list 'spans'.");
            var spans = ImmutableArray.CreateBuilder<PluginSpan>(list.GetArrayLength());
            foreach (var item in list.EnumerateArray()) spans.Add(Span(item, offsets, plugin));
            return spans.MoveToImmutable();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or OverflowException)
        {
            throw Failed(plugin, "Its answer is no JSON of spans.", e.GetType());
        }
    }

    private static JsonElement? List(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Array) return root;
        if (root.ValueKind != JsonValueKind.Object) return null;
        foreach (var name in s_lists)
            if (root.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array) return list;
        return null;
    }

    private static PluginSpan Span(JsonElement item, PluginOffsets offsets, string plugin)
    {
        if (Member(item, s_labels) is not { ValueKind: JsonValueKind.String } label || !item.TryGetProperty("start", out var start)
            || !item.TryGetProperty("end", out var end))
            throw Failed(plugin, "A span of its answer lacks 'start', 'end' or 'label'.");
        if (offsets.Of(start.GetInt32()) is not { } from || offsets.Of(end.GetInt32()) is not { } to || to < from)
            throw Failed(plugin, "A span of its answer lies outside the text: see 'offsets' of its manifest.");
        var score = Member(item, s_scores) is { ValueKind: JsonValueKind.Number } number ? number.GetSingle() : 1;
        return score is >= 0 and <= 1 ? new(from, to, label.GetString()!, score)
            : throw Failed(plugin, "A score of its answer is not from 0 to 1.");
    }

    private static JsonElement? Member(JsonElement item, string[] names)
    {
        foreach (var name in names)
            if (item.TryGetProperty(name, out var value)) return value;
        return null;
    }

    private static RedactionException Failed(string plugin, string advice, Type? cause = null) =>
        new(ErrorCodes.ProgramFailed, plugin, advice, cause);
}
