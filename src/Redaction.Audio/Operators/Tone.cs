using System.Collections.Immutable;

namespace Redaction.Audio;

/// <summary>Overwrites the span with a sine tone: the beep.</summary>
internal sealed class Tone : IAudioOperator
{
    private readonly double _frequency = 1000;
    private readonly float _gain = 0.2f;

    /// <summary>A tone of 1000 Hz at a fifth of full scale.</summary>
    public Tone() { }

    private Tone(OperatorOptions options)
    {
        _frequency = options.Number("frequencyHz", 1000, 20, 20000);
        _gain = (float)options.Number("gain", 0.2, 0, 1);
        Edges = EdgeOptions.Read(options);
    }

    /// <inheritdoc/>
    public string Id => "tone";

    /// <inheritdoc/>
    public string Description => "Overwrites the span with a sine tone.";

    /// <inheritdoc/>
    public ImmutableArray<OperatorOption> Options { get; } =
    [
        new("frequencyHz", "number", "1000", "Pitch of the tone in hertz, 20 to 20000; held below half the sample rate."),
        new("gain", "number", "0.2", "Peak of the tone, 0 to 1 of full scale."),
        .. EdgeOptions.All,
    ];

    /// <inheritdoc/>
    public SpanEdges Edges { get; } = SpanEdges.Default;

    /// <inheritdoc/>
    public IAudioOperator Configure(OperatorOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.EnsureOnly(this);
        return new Tone(options);
    }

    /// <inheritdoc/>
    public void Paint(Span<float> samples, int sampleRate, int channels, long firstFrame, in PlannedRedaction<AudioSpan> item)
    {
        var frames = new SpanFrames(samples.Length, sampleRate, channels, firstFrame, item.Finding.Region);
        var step = Math.Min(_frequency, 0.45 * sampleRate) / sampleRate;
        var next = (int)((frames.First - firstFrame) * channels);
        for (var frame = frames.First; frame < frames.End; frame++)
        {
            // The phase is that of the recording's clock, so chunks join without a seam.
            var turns = frame * step;
            var value = frames.Envelope(frame) * _gain * (float)Math.Sin(2 * Math.PI * (turns - Math.Floor(turns)));
            samples.Slice(next, channels).Fill(value);
            next += channels;
        }
    }
}
