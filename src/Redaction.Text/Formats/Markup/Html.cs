using System.Collections.Immutable;

namespace Redaction.Text;

/// <summary>HTML. See README.md in this folder.</summary>
internal sealed class Html : IDocumentFormat
{
    private readonly TextWindow _window;

    /// <summary>Makes the format.</summary>
    /// <param name="window">Characters that are worked through at a time.</param>
    /// <param name="margin">Characters of context on both sides of a cut; no detector may look further.</param>
    public Html(int window = 1 << 18, int margin = 1 << 14) => _window = new(window, margin);

    /// <inheritdoc/>
    public string Id => "html";

    /// <inheritdoc/>
    public string Description => "HTML: text, attribute values, comments and scripts are redacted; tags stay.";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions { get; } = [".html", ".htm", ".xhtml"];

    /// <inheritdoc/>
    public ImmutableArray<string> MediaTypes { get; } = ["text/html", "application/xhtml+xml"];

    /// <inheritdoc/>
    public void Redact(Stream input, Stream output, DocumentJob job)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(job);
        job = job.Begin("characters");
        _window.Redact(input, output, job, new MarkupReading(job, isHtml: true));
        job.End(this);
    }
}
