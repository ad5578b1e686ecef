namespace Redaction.Documents.Pdf;

/// <summary>A glyph on a page, wherever the operator stands that shows it.</summary>
/// <param name="Stream">What the operator stands in: the number of a form's object, or 0 for the page itself.</param>
/// <param name="Index">Its number among the glyphs of that stream.</param>
/// <param name="Text">What it reads; null where nothing says so.</param>
/// <param name="X">Its origin, in the space of the page.</param>
/// <param name="Y">Its origin, in the space of the page.</param>
/// <param name="DX">Where it goes.</param>
/// <param name="DY">Where it goes.</param>
/// <param name="Size">Height of an em.</param>
/// <param name="Corners">Its corners.</param>
internal readonly record struct PageGlyph(
    int Stream, int Index, string? Text, double X, double Y, double DX, double DY, double Size, PageBox Corners);
