namespace Redaction;

/// <summary>A stretch of text whose place has a name: an element, an attribute, a cell under a header.</summary>
/// <param name="Start">Where the value begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Meaning">What the name says of it.</param>
internal readonly record struct NamedPlace(int Start, int End, FieldMeaning Meaning);
