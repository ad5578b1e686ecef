using System.Text.Json;

namespace Redaction.Evaluation;

/// <summary>Reads the data sets of presidio-research: a JSON list of
/// <c>{"full_text":…,"spans":[{"entity_type":…,"start_position":0,"end_position":8}]}</c>. Items stream.</summary>
internal static class PresidioJson
{
    /// <summary>Reads a data set. Offsets are code points unless the options say otherwise.</summary>
    /// <exception cref="RedactionException">The file is not JSON of this shape (<see cref="ErrorCodes.Malformed"/>).</exception>
    public static IEnumerable<LabelledText> Read(string path, TextDatasetOptions? options = null)
    {
        using var stream = File.OpenRead(path);
        var number = 0L;
        using var items = JsonSerializer.DeserializeAsyncEnumerable(stream, PresidioJsonContext.Default.JsonElement).ToBlockingEnumerable()
            .GetEnumerator();
        while (Next(items))
            yield return ReadItem(++number, items.Current, options ?? new());
    }

    private static bool Next(IEnumerator<JsonElement> items)
    {
        try
        {
            return items.MoveNext();
        }
        catch (JsonException e)
        {
            throw Malformed(e);
        }
    }

    private static LabelledText ReadItem(long number, JsonElement item, TextDatasetOptions options)
    {
        try
        {
            var text = item.GetProperty("full_text").GetString()!;
            return new(number, text, [.. item.GetProperty("spans").EnumerateArray().Select(s => new EntitySpan(
                options.Span(text, s.GetProperty("start_position").GetInt32(), s.GetProperty("end_position").GetInt32()),
                options.Name(s.GetProperty("entity_type").GetString()!)))]);
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw Malformed(e);
        }
    }

    private static RedactionException Malformed(Exception e) =>
        new(ErrorCodes.Malformed, "presidio-json",
            "Expected a list of {\"full_text\",\"spans\":[{\"entity_type\",\"start_position\",\"end_position\"}]}.", e.GetType());
}
