using System.Collections.Immutable;

namespace Redaction.Text;

/// <summary>The built-in document formats.</summary>
public static class DocumentFormats
{
    /// <summary>All formats.</summary>
    public static ImmutableArray<IDocumentFormat> All { get; } = [new PlainText(), new Json(), new JsonLines(), new Csv(), new Html(), new Xml(), new Mail()];
}
