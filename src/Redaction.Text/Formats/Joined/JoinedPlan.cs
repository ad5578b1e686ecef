namespace Redaction.Text;

/// <summary>What is planned for texts that stand apart.</summary>
/// <param name="Text">The texts, joined.</param>
/// <param name="Plan">The plan of the joined text.</param>
internal sealed record JoinedPlan(string Text, RedactionPlan<TextSpan> Plan);
