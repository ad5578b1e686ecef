namespace Redaction.Audio;

/// <summary>A copy after the search.</summary>
/// <param name="Copy">The copy.</param>
/// <param name="Letters">Its letters.</param>
/// <param name="Scope">The letters of the master text that it repeats.</param>
/// <param name="IsAligned">Its letters are those of the master text, so a place in one is a place in the other.</param>
/// <param name="Own">What was found in it itself.</param>
/// <param name="Alignment">Which of its words are which of the master text, where the letters differ.</param>
internal sealed record SearchedCopy(
    TranscriptCopy Copy, CanonicalText Letters, TextSpan Scope, bool IsAligned, List<Finding<TextSpan>> Own, WordAlignment? Alignment)
{
    public override string ToString() => $"SearchedCopy({IsAligned})";
}
