using System.Text.Json;

namespace Redaction.Evaluation;

/// <summary>Reads lines of <c>{"text":…,"spans":[{"start":0,"end":8,"entity":"person"}]}</c> or with spans as <c>[0,8,"person"]</c>, one at a time.</summary>
public static class SpanJsonLines
{
    /// <summary>Reads a data set of spans; offsets are UTF-16 code units.</summary>
    /// <exception cref="RedactionException">A line is not JSON of this shape (<see cref="ErrorCodes.Malformed"/>); the advice names the line.</exception>
    public static IEnumerable<LabelledText> Read(string path)
    {
        var line = 0L;
        foreach (var content in File.ReadLines(path))
        {
            line++;
            if (!string.IsNullOrWhiteSpace(content)) yield return ReadLine(line, content);
        }
    }

    private static LabelledText ReadLine(long line, string content)
    {
        try
        {
            using var document = JsonDocument.Parse(content);
            var root = document.RootElement;
            return new(line, root.GetProperty("text").GetString()!, [.. root.GetProperty("spans").EnumerateArray().Select(ReadSpan)]);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or IndexOutOfRangeException)
        {
            throw new RedactionException(ErrorCodes.Malformed, "span-jsonl", $"Line {line} is not {{\"text\":…,\"spans\":[{{\"start\",\"end\",\"entity\"}}]}}.", e.GetType());
        }
    }

    private static EntitySpan ReadSpan(JsonElement span) => span.ValueKind == JsonValueKind.Array
        ? new(TextSpan.FromBounds(span[0].GetInt32(), span[1].GetInt32()), span[2].GetString()!)
        : new(TextSpan.FromBounds(span.GetProperty("start").GetInt32(), span.GetProperty("end").GetInt32()), span.GetProperty("entity").GetString()!);
}
