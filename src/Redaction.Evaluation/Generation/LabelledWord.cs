namespace Redaction.Evaluation;

/// <summary>A word of an invented call.</summary>
/// <param name="Start">Seconds from the beginning.</param>
/// <param name="End">Seconds from the beginning.</param>
/// <param name="Text">The word as a recogniser writes it.</param>
/// <param name="Speaker">Who says it.</param>
/// <param name="Turn">Number of the turn.</param>
/// <param name="Entity">What it is part of; null for a word that tells nothing.</param>
/// <param name="IsFree">It stands inside a value without being part of it, such as "um": masked or not, both are right.</param>
internal sealed record LabelledWord(double Start, double End, string Text, string Speaker, int Turn, string? Entity, bool IsFree);
