namespace Redaction.Documents.Pdf;

/// <summary>Glyphs that belong together by marked content (ISO 32000-2 section 14.6).</summary>
/// <param name="Stream">What the operators stand in.</param>
/// <param name="Start">The first glyph of the stream that belongs to it.</param>
/// <param name="End">The glyph after the last.</param>
/// <param name="Properties">The property list; null where there is none.</param>
internal readonly record struct MarkedText(int Stream, int Start, int End, PdfDictionary? Properties);
