namespace Redaction;

/// <summary>What a name says about its values.</summary>
/// <param name="Type">The type of the values; of no meaning for technical fields.</param>
/// <param name="Kind">How far the name tells.</param>
internal readonly record struct FieldMeaning(EntityType Type, FieldKind Kind);
