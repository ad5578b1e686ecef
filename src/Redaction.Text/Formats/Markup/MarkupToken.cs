namespace Redaction.Text;

/// <summary>A stretch of markup.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Where it is.</param>
internal readonly record struct MarkupToken(MarkupTokenKind Kind, TextSpan Span);
