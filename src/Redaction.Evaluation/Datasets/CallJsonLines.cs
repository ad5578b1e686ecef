using System.Text.Json;

namespace Redaction.Evaluation;

/// <summary>Reads labelled calls, one a line:
/// <c>{"id":…,"words":[{"start":0.0,"end":0.4,"text":…,"speaker":…,"turn":0,"entity":…}]}</c>; a call that has labels as
/// <c>"spans":[{"start":0,"end":8,"entity":…}]</c> over its words joined by spaces is read too.</summary>
internal static class CallJsonLines
{
    /// <summary>Reads a data set of calls.</summary>
    /// <exception cref="RedactionException">A line is not JSON of this shape (<see cref="ErrorCodes.Malformed"/>);
    /// the advice names the line.</exception>
    public static IEnumerable<LabelledCall> Read(string path)
    {
        var line = 0L;
        foreach (var content in File.ReadLines(path))
        {
            line++;
            if (!string.IsNullOrWhiteSpace(content)) yield return ReadLine(line, content);
        }
    }

    private static LabelledCall ReadLine(long line, string content)
    {
        try
        {
            using var document = JsonDocument.Parse(content);
            var root = document.RootElement;
            var id = root.TryGetProperty("id", out var given) ? given.ToString() : $"{line}";
            var words = root.GetProperty("words").EnumerateArray().Select(ReadWord).ToList();
            if (root.TryGetProperty("spans", out var spans)) Label(words, spans);
            return new(id, [.. words]);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new RedactionException(ErrorCodes.Malformed, "call-jsonl",
                $"Line {line} is not {{\"words\":[{{\"start\",\"end\",\"text\",\"entity\"}}]}}.", e.GetType());
        }
    }

    private static LabelledWord ReadWord(JsonElement word)
    {
        var text = (word.TryGetProperty("text", out var value) || word.TryGetProperty("word", out value) ? value
            : throw new KeyNotFoundException()).GetString()!.Trim();
        return new(
            word.GetProperty("start").GetDouble(), word.GetProperty("end").GetDouble(), text,
            word.TryGetProperty("speaker", out var speaker) ? speaker.ToString() : "",
            word.TryGetProperty("turn", out var turn) ? turn.GetInt32() : 0,
            word.TryGetProperty("entity", out var entity) || word.TryGetProperty("label", out entity)
                ? entity.GetString() is { Length: > 0 } and not "O" ? entity.GetString() : null : null,
            word.TryGetProperty("free", out var free) && free.GetBoolean());
    }

    private static void Label(List<LabelledWord> words, JsonElement spans)
    {
        var place = 0;
        for (var i = 0; i < words.Count; i++)
        {
            var span = TextSpan.FromBounds(place, place + words[i].Text.Length);
            foreach (var item in spans.EnumerateArray())
                if (span.Overlaps(TextSpan.FromBounds(item.GetProperty("start").GetInt32(), item.GetProperty("end").GetInt32())))
                    words[i] = words[i] with { Entity = item.GetProperty("entity").GetString() };
            place = span.End + 1;
        }
    }

    /// <summary>True when the first line of a file is a call.</summary>
    internal static bool Recognises(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadLines(path).FirstOrDefault(static l => l.Length > 0) ?? "{}");
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("words", out var words)
                && words.ValueKind == JsonValueKind.Array;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
