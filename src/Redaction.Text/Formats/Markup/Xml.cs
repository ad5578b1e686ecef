using System.Collections.Immutable;

namespace Redaction.Text;

/// <summary>XML. See README.md in this folder.</summary>
internal sealed class Xml : IDocumentFormat
{
    private readonly TextWindow _window;

    /// <summary>Makes the format.</summary>
    /// <param name="window">Characters that are worked through at a time.</param>
    /// <param name="margin">Characters of context on both sides of a cut; no detector may look further.</param>
    public Xml(int window = 1 << 18, int margin = 1 << 14) => _window = new(window, margin);

    /// <inheritdoc/>
    public string Id => "xml";

    /// <inheritdoc/>
    public string Description => "XML: text, attribute values, comments and declarations are redacted; tags stay.";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions { get; } =
    [
        ".xml", ".xsd", ".rss", ".atom", ".svg", ".xsl", ".xslt", ".kml", ".gpx", ".tcx", ".plist", ".resx", ".config", ".wsdl", ".opml",
        ".xliff", ".xlf", ".tmx", ".tei", ".rdf", ".owl", ".fb2", ".xmp",
    ];

    /// <inheritdoc/>
    public ImmutableArray<string> MediaTypes { get; } = ["text/xml", "application/xml", "image/svg+xml"];

    /// <inheritdoc/>
    public void Redact(Stream input, Stream output, DocumentJob job)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(job);
        job = job.Begin("characters");
        _window.Redact(input, output, job, new MarkupReading(job, isHtml: false));
        job.End(this);
    }
}
