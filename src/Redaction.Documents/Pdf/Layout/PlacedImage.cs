namespace Redaction.Documents.Pdf;

/// <summary>An image on a page.</summary>
/// <param name="Number">Number of its object.</param>
/// <param name="At">From the unit square to the page.</param>
internal readonly record struct PlacedImage(int Number, Matrix At);
