namespace Redaction;

/// <summary>How many values of an entity an operator took out.</summary>
/// <param name="Entity">Name of the entity type.</param>
/// <param name="Operator">Id of the operator.</param>
/// <param name="Count">How many; overlapping findings count once.</param>
public sealed record FindingCount(string Entity, string Operator, int Count);
