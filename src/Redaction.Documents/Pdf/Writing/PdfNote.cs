namespace Redaction.Documents.Pdf;

/// <summary>What is known of an object by what refers to it.</summary>
/// <param name="Role">What it is.</param>
/// <param name="Key">The key that leads to it.</param>
/// <param name="Field">The name of the field, or of the file, that it belongs to; null for none.</param>
internal readonly record struct PdfNote(PdfRole Role, string Key, string? Field);
