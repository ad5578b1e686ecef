namespace Redaction.Documents.Office;

/// <summary>A stretch of a cell's text and what is written for it.</summary>
internal readonly record struct CellEdit(int Start, int Length, string Text);
