using System.Text.Json;

namespace Redaction.Evaluation;

/// <summary>Writes a result as JSON. Without timings, two runs give the same bytes.</summary>
internal static class JsonReport
{
    /// <summary>Writes the kind, the figures, those of peers, timings if there are any, and the provenance.</summary>
    public static void Write(EvaluationResult result, Utf8JsonWriter json, bool timings = false)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartObject();
        json.WriteString("kind", result.Kind);
        result.Figures.WriteMembers(json);
        if (!result.Peers.IsEmpty)
        {
            json.WriteStartObject("peers");
            foreach (var (name, figures) in result.Peers)
            {
                json.WritePropertyName(name);
                figures.WriteJson(json);
            }
            json.WriteEndObject();
        }
        if (timings && result.Timings is not null)
        {
            json.WritePropertyName("timings");
            result.Timings.WriteJson(json);
        }
        json.WriteStartObject("provenance");
        foreach (var (name, value) in result.Provenance) json.WriteString(name, value);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
