using System.Collections.Immutable;

namespace Redaction.Text;

/// <summary>Text without structure. See README.md in this folder.</summary>
internal sealed class PlainText : IDocumentFormat
{
    private readonly TextWindow _window;

    /// <summary>Makes the format.</summary>
    /// <param name="window">Characters that are worked through at a time.</param>
    /// <param name="margin">Characters of context on both sides of a cut; no detector may look further.</param>
    public PlainText(int window = 1 << 18, int margin = 1 << 14) => _window = new(window, margin);

    /// <inheritdoc/>
    public string Id => "text";

    /// <inheritdoc/>
    public string Description => "Plain text: Markdown, logs, settings, code, and any other file that is text; in any usual encoding.";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions { get; } =
    [
        ".txt", ".text", ".md", ".markdown", ".log", ".rst", ".org", ".adoc", ".asciidoc", ".tex", ".bib", ".sql",
        ".ini", ".env", ".properties", ".conf", ".cfg", ".cnf", ".diff", ".patch", ".po", ".pot", ".jsonc", ".json5", ".css",
        ".py", ".js", ".sh", ".java", ".c", ".h", ".cpp", ".cs", ".go", ".rs", ".rb", ".php", ".pl", ".r", ".swift", ".kt", ".ps1", ".bat",
    ];

    /// <inheritdoc/>
    public ImmutableArray<string> MediaTypes { get; } = ["text/plain", "message/delivery-status"];

    /// <inheritdoc/>
    public void Redact(Stream input, Stream output, DocumentJob job)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(job);
        job = job.Begin("characters");
        _window.Redact(input, output, job, new PlainReading(job));
        job.End(this);
    }
}
