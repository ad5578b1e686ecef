using System.Collections.Immutable;
using System.Text.Json;
using Redaction.Evaluation;

namespace Redaction.Conformance;

/// <summary>Reads test cases from JSON lines. Offsets count code points, as Python does.</summary>
internal static class CaseFile
{
    private static readonly TextDatasetOptions s_offsets = new() { Offsets = OffsetUnit.CodePoint };

    public static IEnumerable<TestCase> Read(string path)
    {
        var line = 0;
        foreach (var content in File.ReadLines(path))
        {
            line++;
            if (string.IsNullOrWhiteSpace(content)) continue;
            using var document = JsonDocument.Parse(content);
            var root = document.RootElement;
            var text = root.GetProperty("text").GetString()!;
            yield return new(line, root.GetProperty("entity").GetString()!, text, root.GetProperty("count").GetInt32(), Spans(root, text));
        }
    }

    private static ImmutableArray<TextSpan> Spans(JsonElement root, string text) =>
        root.TryGetProperty("spans", out var spans) && spans.ValueKind == JsonValueKind.Array
            ? [.. spans.EnumerateArray().Select(s => s_offsets.Span(text, s[0].GetInt32(), s[1].GetInt32()))]
            : [];
}
