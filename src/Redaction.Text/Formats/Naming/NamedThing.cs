namespace Redaction.Text;

/// <summary>What becomes of the name of a thing.</summary>
/// <param name="Name">The new name; null where it stays.</param>
/// <param name="Plan">What was found in it; null where nothing was.</param>
internal readonly record struct NamedThing(string? Name, RedactionPlan<TextSpan>? Plan);
