using System.Collections.Immutable;

namespace Redaction.Audio;

/// <summary>A transcript as read: the bytes, the master text with its times, and everything in the file that repeats it.</summary>
internal sealed record Transcript(
    byte[] Content, TranscriptCopy Master, RecoveredText<AudioSpan> Recovered, ImmutableArray<TranscriptCopy> Copies,
    ImmutableArray<LooseField> Loose, ImmutableArray<DerivedValue> Derived)
{
    public override string ToString() => $"Transcript(Length = {Content.Length})";
}
