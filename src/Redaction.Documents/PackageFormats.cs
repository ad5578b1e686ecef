using System.Collections.Immutable;
using Redaction.Documents.Pdf;
using Redaction.Text;

namespace Redaction.Documents;

/// <summary>The documents whose parts are texts and pictures.</summary>
public static class PackageFormats
{
    /// <summary>All formats. They are asked before <see cref="DocumentFormats.All"/>, with which some share an extension.</summary>
    public static ImmutableArray<IDocumentFormat> All { get; } =
    [
        new PdfFormat(),
    ];
}
