namespace Redaction.Audio;

/// <summary>Overwrites a span of a recording.</summary>
/// <remarks>Implementations are pure and thread-safe: what they write depends on the place in the recording only, never on the
/// samples that were there and never on how the recording was cut into chunks.</remarks>
public interface IAudioOperator : IOperator
{
    /// <summary>How the edges of a span are placed before it is painted.</summary>
    /// <value><see cref="SpanEdges.Default"/>.</value>
    SpanEdges Edges => SpanEdges.Default;

    /// <summary>The same operator for a span in these surroundings.</summary>
    IAudioOperator In(AudioSurroundings surroundings) => this;

    /// <summary>Overwrites the part of the planned span that lies in a chunk and touches nothing else.</summary>
    /// <param name="samples">A chunk of the recording, channels interleaved, full scale −1 to 1.</param>
    /// <param name="sampleRate">Frames per second.</param>
    /// <param name="channels">Samples per frame.</param>
    /// <param name="firstFrame">Index of the chunk's first frame in the whole recording.</param>
    /// <param name="item">What to overwrite.</param>
    void Paint(Span<float> samples, int sampleRate, int channels, long firstFrame, in PlannedRedaction<AudioSpan> item);

    /// <summary>The same operator with options from a policy.</summary>
    /// <exception cref="ArgumentException">An option is unknown or unreadable; the message names the valid ones.</exception>
    IAudioOperator Configure(OperatorOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.EnsureOnly(this);
        return this;
    }
}
