using System.Text.Json;

namespace Redaction.Evaluation;

/// <summary>Writes invented calls: the labelled words, and the transcript that a recogniser would give.</summary>
internal static class CallFiles
{
    private static readonly JsonWriterOptions s_options =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a call as a line of JSON:
    /// <c>{"id":…,"words":[{"start":…,"end":…,"text":…,"speaker":…,"turn":…,"entity":…}]}</c>.</summary>
    public static void WriteLine(LabelledCall call, Stream output)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(output);
        using (var json = new Utf8JsonWriter(output, s_options))
        {
            json.WriteStartObject();
            json.WriteString("id", call.Id);
            json.WriteStartArray("words");
            foreach (var word in call.Words)
            {
                json.WriteStartObject();
                json.WriteNumber("start", word.Start);
                json.WriteNumber("end", word.End);
                json.WriteString("text", word.Text);
                json.WriteString("speaker", word.Speaker);
                json.WriteNumber("turn", word.Turn);
                if (word.Entity is not null) json.WriteString("entity", word.Entity);
                if (word.IsFree) json.WriteBoolean("free", true);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        output.WriteByte((byte)'\n');
    }

    /// <summary>Writes the same words as JSON of OpenAI Whisper, with a segment for each turn.</summary>
    public static void WriteWhisper(LabelledCall call, Stream output)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(output);
        using var json = new Utf8JsonWriter(output, s_options);
        json.WriteStartObject();
        json.WriteString("text", string.Concat(call.Words.Select(Spaced)));
        json.WriteStartArray("segments");
        var id = 0;
        foreach (var turn in call.Words.GroupBy(static w => w.Turn))
        {
            json.WriteStartObject();
            json.WriteNumber("id", id++);
            json.WriteNumber("start", turn.First().Start);
            json.WriteNumber("end", turn.Last().End);
            json.WriteString("text", string.Concat(turn.Select(Spaced)));
            json.WriteStartArray("words");
            foreach (var word in turn)
            {
                json.WriteStartObject();
                json.WriteString("word", Spaced(word));
                json.WriteNumber("start", word.Start);
                json.WriteNumber("end", word.End);
                json.WriteNumber("probability", 0.9);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteString("language", call.Id.Length > 2 && call.Id[2] == '-' ? call.Id[..2] : "en");
        json.WriteEndObject();
    }

    /// <summary>The word with the space before it, which Chinese and Japanese do not have.</summary>
    private static string Spaced(LabelledWord word) => word.Text[0] >= '\u2E80' ? word.Text : " " + word.Text;
}
