using System.Collections.Immutable;
using Redaction.Documents.Columns;
using Redaction.Documents.Dicom;
using Redaction.Documents.Pdf;
using Redaction.Text;

namespace Redaction.Documents;

/// <summary>The documents whose parts are texts and pictures.</summary>
public static class PackageFormats
{
    /// <summary>All formats. They are asked before <see cref="DocumentFormats.All"/>, with which some share an extension.</summary>
    public static ImmutableArray<IDocumentFormat> All { get; } =
    [
        new FhirJson(), new FhirLines(), new Hl7(), new ParquetFormat(),
        new DicomFormat(),
        .. Office.OfficeFormat.All,
        new PdfFormat(),
    ];

    /// <summary>The format of content that tells it whatever the file is called; null when it does not.</summary>
    internal static IDocumentFormat? Sniff(ReadOnlySpan<byte> head) => DicomFormat.Begins(head) ? All.OfType<DicomFormat>().First() : null;
}
