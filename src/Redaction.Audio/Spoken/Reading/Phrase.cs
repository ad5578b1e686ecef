namespace Redaction.Audio;

/// <summary>A phrase of a language's table, kept under its first word.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">A number, a sign, or a <see cref="CueKind"/>.</param>
/// <param name="Rest">The words after the first.</param>
internal sealed record Phrase(WordKinds Kind, int Value, int[] Rest);
