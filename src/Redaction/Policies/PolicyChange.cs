namespace Redaction;

/// <summary>Findings that two policies treat differently.</summary>
/// <param name="Entity">The entity, or <c>any</c>.</param>
/// <param name="When">The other conditions: the medium, and what a rule of either policy asks for.</param>
/// <param name="From">The lowest score of these findings.</param>
/// <param name="To">The score up to which it holds.</param>
/// <param name="Before">What the first policy does.</param>
/// <param name="After">What the second policy does.</param>
internal sealed record PolicyChange(string Entity, string When, float From, float To, string Before, string After);
