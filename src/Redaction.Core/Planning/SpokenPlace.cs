namespace Redaction;

/// <summary>When and by whom a value was spoken.</summary>
/// <param name="From">Beginning of the words, without padding; null when the transcript does not tell.</param>
/// <param name="To">End of the words; null when the transcript does not tell.</param>
/// <param name="Speaker">Label of the speaker; null when the transcript does not tell, or names a person.</param>
public readonly record struct SpokenPlace(TimeSpan? From, TimeSpan? To, string? Speaker);
