using System.Collections.Immutable;

namespace Redaction.Audio;

/// <summary>Overwrites the span with silence.</summary>
internal sealed class Silence : IAudioOperator
{
    /// <summary>Silence with the default padding.</summary>
    public Silence() { }

    private Silence(OperatorOptions options) => Edges = EdgeOptions.Read(options);

    /// <inheritdoc/>
    public string Id => "silence";

    /// <inheritdoc/>
    public string Description => "Overwrites the span with silence.";

    /// <inheritdoc/>
    public ImmutableArray<OperatorOption> Options { get; } = EdgeOptions.All;

    /// <inheritdoc/>
    public SpanEdges Edges { get; } = SpanEdges.Default;

    /// <inheritdoc/>
    public IAudioOperator Configure(OperatorOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.EnsureOnly(this);
        return new Silence(options);
    }

    /// <inheritdoc/>
    public void Paint(Span<float> samples, int sampleRate, int channels, long firstFrame, in PlannedRedaction<AudioSpan> item)
    {
        var frames = new SpanFrames(samples.Length, sampleRate, channels, firstFrame, item.Finding.Region);
        if (frames.End == frames.First) return;
        samples[(int)((frames.First - firstFrame) * channels)..(int)((frames.End - firstFrame) * channels)].Clear();
    }
}
