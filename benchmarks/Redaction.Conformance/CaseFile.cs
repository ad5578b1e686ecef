using System.Collections.Immutable;
using System.Text.Json;

namespace Redaction.Conformance;

/// <summary>Reads test cases from JSON lines. Offsets count code points, as Python does.</summary>
internal static class CaseFile
{
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
            ? [.. spans.EnumerateArray().Select(s => TextSpan.FromBounds(Utf16(text, s[0].GetInt32()), Utf16(text, s[1].GetInt32())))]
            : [];

    private static int Utf16(string text, int codePoints)
    {
        var at = 0;
        for (; codePoints > 0 && at < text.Length; codePoints--) at += char.IsSurrogatePair(text, at) ? 2 : 1;
        return at;
    }
}
