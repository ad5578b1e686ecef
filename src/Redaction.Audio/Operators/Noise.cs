using System.Collections.Immutable;

namespace Redaction.Audio;

/// <summary>Overwrites the span with noise as loud as the speech around it.</summary>
/// <remarks>One level holds for the whole span, and the samples under it have no part in it:
/// a level that follows them would let the rhythm of the words through. Where the surroundings are not known it is the nominal level of
/// speech on a line (−26 dBov, ITU-T P.56).</remarks>
internal sealed class Noise : IAudioOperator
{
    private const double NominalSpeech = -26;

    private readonly float _peak = Peak(NominalSpeech);
    private readonly bool _isMatched = true;

    /// <summary>Noise at the nominal level of speech.</summary>
    public Noise() { }

    private Noise(double levelDb, SpanEdges edges) => (_peak, Edges) = (Peak(levelDb), edges);

    private Noise(OperatorOptions options)
    {
        _isMatched = options.Text("levelDb", "matched") == "matched";
        _peak = _isMatched ? Peak(NominalSpeech) : Peak(options.Number("levelDb", NominalSpeech, -90, -6));
        Edges = EdgeOptions.Read(options);
    }

    /// <inheritdoc/>
    public string Id => "noise";

    /// <inheritdoc/>
    public string Description => "Overwrites the span with noise as loud as the speech around it.";

    /// <inheritdoc/>
    public ImmutableArray<OperatorOption> Options { get; } =
    [
        new("levelDb", "number", "matched",
            "Loudness (root mean square) in decibels below full scale, -90 to -6; 'matched' takes it from the speech around."),
        .. EdgeOptions.All,
    ];

    /// <inheritdoc/>
    public SpanEdges Edges { get; } = SpanEdges.Default;

    /// <inheritdoc/>
    public IAudioOperator Configure(OperatorOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.EnsureOnly(this);
        return new Noise(options);
    }

    /// <inheritdoc/>
    public IAudioOperator In(AudioSurroundings surroundings) =>
        _isMatched && surroundings.LevelDb is { } level ? new Noise(level, Edges) : this;

    /// <inheritdoc/>
    public void Paint(Span<float> samples, int sampleRate, int channels, long firstFrame, in PlannedRedaction<AudioSpan> item)
    {
        var frames = new SpanFrames(samples.Length, sampleRate, channels, firstFrame, item.Finding.Region);
        var next = (int)((frames.First - firstFrame) * channels);
        for (var frame = frames.First; frame < frames.End; frame++)
        {
            samples.Slice(next, channels).Fill(frames.Envelope(frame) * _peak * Uniform((ulong)frame));
            next += channels;
        }
    }

    /// <summary>−1 to 1, a function of the place alone (SplitMix64).</summary>
    private static float Uniform(ulong frame)
    {
        var z = (frame + 1) * 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return (int)((z ^ (z >> 31)) >> 40) / (float)(1 << 23) - 1f;
    }

    /// <summary>The peak of uniform noise with that root mean square.</summary>
    private static float Peak(double decibels) => (float)Math.Min(1, Math.Sqrt(3) * Math.Pow(10, decibels / 20));
}
