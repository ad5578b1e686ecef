namespace Redaction.Audio;

/// <summary>A word of the master text and what the transcript says about its time.</summary>
/// <param name="Span">Range in the master text.</param>
/// <param name="From">First tick, if told.</param>
/// <param name="To">The tick after the last, if told.</param>
/// <param name="IsDoubtful">The recogniser is not sure of it, nor then of its time.</param>
internal readonly record struct TimedWord(TextSpan Span, long? From, long? To, bool IsDoubtful = false);
