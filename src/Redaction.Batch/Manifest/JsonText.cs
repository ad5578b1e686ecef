using System.Text.Encodings.Web;
using System.Text.Json;

namespace Redaction.Batch;

/// <summary>How JSON lines are written: one line, readable where that is safe.</summary>
internal static class JsonText
{
    /// <summary>Files for machines, never put into a page: no need to escape letters beyond ASCII.</summary>
    public static JsonWriterOptions Compact { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
}
