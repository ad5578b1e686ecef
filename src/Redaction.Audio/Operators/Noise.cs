using System.Collections.Immutable;

namespace Redaction.Audio;

/// <summary>Overwrites the span with noise as loud as speech.</summary>
/// <remarks>The level is the nominal level of speech on a line (−26 dBov, ITU-T P.56), not that of the samples under the span: a level
/// that follows them would let the rhythm of the words through.</remarks>
public sealed class Noise : IAudioOperator
{
    private const double NominalSpeech = -26;

    private readonly float _peak = Peak(NominalSpeech);
    private readonly int _paddingMs = Audio.Padding.Default;

    /// <summary>Noise at the nominal level of speech.</summary>
    public Noise() { }

    private Noise(OperatorOptions options)
    {
        _peak = Peak(options.Number("levelDb", NominalSpeech, -90, -6));
        _paddingMs = Audio.Padding.Read(options);
    }

    /// <inheritdoc/>
    public string Id => "noise";

    /// <inheritdoc/>
    public string Description => "Overwrites the span with noise as loud as speech.";

    /// <inheritdoc/>
    public ImmutableArray<OperatorOption> Options { get; } =
    [
        new("levelDb", "number", "-26", "Loudness (root mean square) in decibels below full scale, -90 to -6."),
        Audio.Padding.Option,
    ];

    /// <inheritdoc/>
    public TimeSpan Padding => TimeSpan.FromMilliseconds(_paddingMs);

    /// <inheritdoc/>
    public IAudioOperator Configure(OperatorOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.EnsureOnly(this);
        return new Noise(options);
    }

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
