namespace Redaction.Audio;

/// <summary>A word of a transcript as its format gives it.</summary>
/// <param name="Field">Where it is written.</param>
/// <param name="From">First tick, if the format tells.</param>
/// <param name="To">The tick after the last, if the format tells.</param>
/// <param name="Before">What stands between the word before it and this one when they are read as a text.</param>
/// <param name="Speaker">Who says it, if the format tells.</param>
/// <param name="Confidence">How sure the recogniser is, 0 to 1, if the format tells. Doubt widens what is masked,
/// and never narrows it.</param>
internal readonly record struct SpokenWord(
    TranscriptField Field, long? From, long? To, string Before = " ", string? Speaker = null, double? Confidence = null)
{
    /// <summary>Returns the times only, never the text.</summary>
    public override string ToString() => $"SpokenWord({From}, {To})";
}
