namespace Redaction.Documents.Pdf;

/// <summary>What a policy says of PDF files besides its rules.</summary>
internal sealed record PdfSettings
{
    /// <summary>Nothing is written as a picture.</summary>
    public static PdfSettings Default { get; } = new();

    /// <summary>Which files are written as pictures of their pages.</summary>
    public PdfRasterise Rasterise { get; init; }

    /// <summary>Pixels an inch of these pictures.</summary>
    public int Resolution { get; init; } = 200;
}
