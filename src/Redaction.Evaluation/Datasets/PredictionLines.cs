using System.Text.Encodings.Web;
using System.Text.Json;

namespace Redaction.Evaluation;

/// <summary>Writes what was found as JSON lines, in the form that predictions of peers are read in; offsets are UTF-16 code
/// units.</summary>
internal static class PredictionLines
{
    private static readonly JsonWriterOptions s_plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Stream output, LabelledText document, IEnumerable<EntitySpan> found)
    {
        using (var json = new Utf8JsonWriter(output, s_plain))
        {
            json.WriteStartObject();
            json.WriteString("text", document.Text);
            json.WriteStartArray("spans");
            foreach (var span in found)
            {
                json.WriteStartObject();
                json.WriteNumber("start", span.Span.Start);
                json.WriteNumber("end", span.Span.End);
                json.WriteString("entity", span.Entity);
                json.WriteNumber("score", Math.Round(span.Score, 4));
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        output.Write("\n"u8);
    }
}
