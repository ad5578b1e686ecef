namespace Redaction.Documents.Pdf;

/// <summary>What a font says of a code.</summary>
/// <param name="Text">What it reads; null where nothing says so.</param>
/// <param name="Width">How far it goes, in ems; down where the font is vertical.</param>
/// <param name="Length">Bytes of the code.</param>
internal readonly record struct FontGlyph(string? Text, double Width, int Length);
