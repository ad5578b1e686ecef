namespace Redaction.Audio;

/// <summary>When and by whom a value was spoken.</summary>
/// <param name="Time">The time of the words, without padding; null when the transcript does not tell.</param>
/// <param name="Speaker">Label of the speaker; null when the transcript does not tell, or names a person.</param>
public readonly record struct SpokenPlace(AudioSpan? Time, string? Speaker);
