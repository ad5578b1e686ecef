using System.Collections.Immutable;

namespace Redaction.Audio;

/// <summary>A transcript as read: the bytes, what was spoken with its times, and everything in the file that repeats it.</summary>
/// <remarks>A <see cref="TranscriptBuilder"/> makes one.</remarks>
internal sealed class Transcript
{
    internal Transcript(byte[] content, TranscriptCopy master, RecoveredText<AudioSpan> recovered) => (Content, Master, Recovered) =
        (content, master, recovered);

    internal byte[] Content { get; }

    /// <summary>What was spoken, a line a segment, each word with its time.</summary>
    public RecoveredText<AudioSpan> Recovered { get; }

    /// <summary>Who speaks where in the text, in the order of the text; empty when the format does not tell.</summary>
    public ImmutableArray<SpeakerRun> Speakers { get; internal init; } = [];

    /// <summary>Words of the text of which the recogniser is not sure, in order.</summary>
    internal ImmutableArray<TextSpan> Doubtful { get; init; } = [];

    /// <summary>The times of words that the format tells, and of which the recogniser is sure.</summary>
    internal StatedTimes Told { get; init; } = StatedTimes.None;

    /// <summary>What of the file was read.</summary>
    internal TranscriptCoverage Coverage { get; init; } = TranscriptCoverage.Of([], [], [], []);

    internal TranscriptCopy Master { get; }

    /// <summary>True when the time of anything that was spoken is known.</summary>
    internal bool HasTimes =>
        Recovered.Pieces.Any(static p => p.Region is not null) || Copies.Any(static c => c.Time is not null);

    /// <summary>The encoding of the file where it is not UTF-8.</summary>
    internal System.Text.Encoding? WrittenIn { get; set; }

    internal ImmutableArray<TranscriptCopy> Copies { get; init; }

    /// <summary>Lists of words that no format claims, each joined to a text.</summary>
    internal ImmutableArray<TranscriptCopy> Lists { get; init; }

    internal ImmutableArray<FreeText> Loose { get; init; }

    internal ImmutableArray<DerivedValue> Derived { get; init; }

    /// <summary>Returns the length only, never the text.</summary>
    public override string ToString() => $"Transcript(Length = {Content.Length})";
}
