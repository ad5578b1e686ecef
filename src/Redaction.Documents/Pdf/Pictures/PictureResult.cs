namespace Redaction.Documents.Pdf;

/// <summary>What came of looking at an image.</summary>
/// <param name="Boxes">What was found, in the unit square that the image fills.</param>
/// <param name="Changed">The image as it is written; null where it stays.</param>
/// <param name="IsErased">True when nothing could look into it, and it goes.</param>
internal sealed record PictureResult(IReadOnlyList<PageBox> Boxes, PdfStream? Changed, bool IsErased)
{
    public static PictureResult Unchanged { get; } = new([], null, false);

    public PdfStream? Write(PdfStream stream) => IsErased ? null : Changed ?? stream;
}
