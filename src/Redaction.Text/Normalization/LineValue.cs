namespace Redaction.Text;

/// <summary>A value behind the tag of a line.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Meaning">What the tag says of it; null where it says nothing.</param>
internal readonly record struct LineValue(int Start, int End, FieldMeaning? Meaning);
