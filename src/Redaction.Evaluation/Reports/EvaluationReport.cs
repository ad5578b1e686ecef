using System.Text;
using System.Text.Json;

namespace Redaction.Evaluation;

/// <summary>Writes a result to a file in the format that its extension names.</summary>
public static class EvaluationReport
{
    /// <summary>Writes <c>.html</c>, <c>.md</c> or <c>.json</c>.</summary>
    /// <exception cref="ArgumentException">The extension is another one.</exception>
    public static void Write(EvaluationResult result, string path, bool timings = false)
    {
        ArgumentNullException.ThrowIfNull(path);
        switch (Path.GetExtension(path).ToLowerInvariant())
        {
            case ".html" or ".htm":
                using (var html = Writer(path)) HtmlReport.Write(result, html);
                break;
            case ".md":
                using (var markdown = Writer(path)) MarkdownReport.Write(result, markdown);
                break;
            case ".json":
                using (var file = File.Create(path))
                using (var json = new Utf8JsonWriter(file, new() { Indented = true })) JsonReport.Write(result, json, timings);
                break;
            default: throw new ArgumentException($"A report is a file .html, .md or .json, not '{Path.GetFileName(path)}'.");
        }
    }

    private static StreamWriter Writer(string path) => new(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
}
