namespace Redaction;

/// <summary>A stretch of text whose place has a name: an element, an attribute, a cell under a header.</summary>
/// <param name="Span">The value.</param>
/// <param name="Meaning">What the name says of it.</param>
internal readonly record struct NamedPlace(TextSpan Span, FieldMeaning Meaning);
