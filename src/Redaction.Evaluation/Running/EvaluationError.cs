namespace Redaction.Evaluation;

/// <summary>A span that was missed or wrongly found.</summary>
/// <param name="Line">Place in the data set.</param>
/// <param name="Entity">The true entity, or the one found.</param>
/// <param name="IsMissed">True when a true span was not covered; false when a finding is not true.</param>
/// <param name="Score">Score of the finding; 0 when missed.</param>
/// <param name="Context">The text around it, with the span between double brackets; null unless values were asked for.</param>
internal sealed record EvaluationError(long Line, string Entity, bool IsMissed, float Score, string? Context);
