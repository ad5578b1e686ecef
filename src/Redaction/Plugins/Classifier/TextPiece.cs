namespace Redaction;

/// <summary>A part of a text that a model has a number for: UTF-16 code units.</summary>
internal readonly record struct TextPiece(int Id, int Start, int End);
