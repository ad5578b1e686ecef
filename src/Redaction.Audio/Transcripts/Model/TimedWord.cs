namespace Redaction.Audio;

/// <summary>A word of the master text and what the transcript says about its time.</summary>
internal readonly record struct TimedWord(TextSpan Span, long? From, long? To);
