namespace Redaction.Audio;

/// <summary>How the edges of a masked span are placed. The times of transcripts drift, so a span is widened, and never narrowed.</summary>
public sealed record SpanEdges
{
    /// <summary>Padding of 250 ms on both sides, but not over words whose times are told, edges moved up to 100 ms to silence,
    /// gaps of up to 200 ms closed, fades of 8 ms.</summary>
    public static SpanEdges Default { get; } = new();

    /// <summary>What is added before the first word.</summary>
    /// <value>250 ms.</value>
    public TimeSpan Before { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>What is added after the last word.</summary>
    /// <value>250 ms.</value>
    public TimeSpan After { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How far padding and snapping may reach into a word that is no part of the value,
    /// where the transcript tells the times of that word.</summary>
    /// <value>0: no further than the fade.</value>
    public TimeSpan OverWords { get; init; } = TimeSpan.Zero;

    /// <summary>How far an edge that falls into sound is moved outwards to the next silence; 0 leaves it.</summary>
    /// <value>100 ms.</value>
    public TimeSpan Snap { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>A gap to the next span that is not longer is masked too.</summary>
    /// <value>200 ms.</value>
    public TimeSpan Gap { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>How long the recording fades out before the mask and in after it. The fade lies in the padding,
    /// so never on the words.</summary>
    /// <value>8 ms.</value>
    public TimeSpan Fade { get; init; } = TimeSpan.FromMilliseconds(8);
}
