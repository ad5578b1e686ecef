namespace Redaction.Audio;

/// <summary>Tells that a speaker is recorded on one channel of a recording.</summary>
/// <param name="Speaker">The label or name that the transcript gives, or a glob such as <c>agent*</c>.</param>
/// <param name="Channel">Index of the channel, from 0 to 63. Where a recording has no such channel,
/// masks cover all of its channels.</param>
public readonly record struct SpeakerChannel(Glob Speaker, int Channel);
