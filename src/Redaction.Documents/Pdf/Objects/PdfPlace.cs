namespace Redaction.Documents.Pdf;

/// <summary>Where an object stands.</summary>
/// <param name="Offset">Its first byte; without meaning in an object stream.</param>
/// <param name="Pack">Number of the object stream that holds it; 0 for none.</param>
internal readonly record struct PdfPlace(long Offset, int Pack);
