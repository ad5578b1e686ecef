using System.Collections.Immutable;

namespace Redaction.Audio;

/// <summary>Overwrites the span with a recording that the caller supplies, such as a spoken stand-in, from its beginning;
/// what it leaves is silent.</summary>
/// <remarks>A clip that tells one type from another tells the listener what was there;
/// whether that is wanted is the caller's choice.</remarks>
internal sealed class Clip : IAudioOperator
{
    private const int LongestSeconds = 60;

    private readonly float[] _samples = [];
    private readonly int _sampleRate = 8000;

    /// <summary>A clip that is to be configured: alone it paints silence.</summary>
    public Clip() { }

    /// <summary>A clip of the caller's.</summary>
    /// <param name="samples">One channel, full scale −1 to 1; copied.</param>
    /// <param name="sampleRate">Samples per second; the clip is resampled to the recording's.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not positive.</exception>
    public Clip(ReadOnlySpan<float> samples, int sampleRate)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sampleRate);
        (_samples, _sampleRate) = (samples.ToArray(), sampleRate);
    }

    private Clip(float[] samples, int sampleRate, SpanEdges edges) => (_samples, _sampleRate, Edges) = (samples, sampleRate, edges);

    /// <inheritdoc/>
    public string Id => "clip";

    /// <inheritdoc/>
    public string Description => "Overwrites the span with a recording of yours.";

    /// <inheritdoc/>
    public ImmutableArray<OperatorOption> Options { get; } =
        [new("file", "text", "", "A WAV file of at most 60 seconds; its first channel is played."), .. EdgeOptions.All];

    /// <inheritdoc/>
    public SpanEdges Edges { get; } = SpanEdges.Default;

    /// <inheritdoc/>
    public IAudioOperator Configure(OperatorOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.EnsureOnly(this);
        var file = options.Text("file", "");
        if (file.Length == 0)
            return _samples.Length > 0 ? new Clip(_samples, _sampleRate, EdgeOptions.Read(options))
                : throw new ArgumentException("Operator 'clip' needs the option 'file'.");
        var (samples, rate) = Load(file);
        return new Clip(samples, rate, EdgeOptions.Read(options));
    }

    /// <inheritdoc/>
    public void Paint(Span<float> samples, int sampleRate, int channels, long firstFrame, in PlannedRedaction<AudioSpan> item)
    {
        var frames = new SpanFrames(samples.Length, sampleRate, channels, firstFrame, item.Finding.Region);
        var start = item.Finding.Region.FirstFrame(sampleRate);
        var next = (int)((frames.First - firstFrame) * channels);
        for (var frame = frames.First; frame < frames.End; frame++)
        {
            samples.Slice(next, channels).Fill(frames.Envelope(frame) * At((double)(frame - start) * _sampleRate / sampleRate));
            next += channels;
        }
    }

    private float At(double place)
    {
        var index = (long)place;
        if (index >= _samples.Length) return 0;
        var next = index + 1 < _samples.Length ? _samples[index + 1] : 0;
        return _samples[index] + (float)(place - index) * (next - _samples[index]);
    }

    private static (float[] Samples, int Rate) Load(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            var header = WavReader.Read(stream);
            if (header.Frames > (long)LongestSeconds * header.SampleRate)
                throw new ArgumentException("The file of operator 'clip' is longer than 60 seconds.");
            var stored = new byte[header.DataSize];
            WavReader.ReadExactly(stream, stored);
            var all = new float[header.Frames * header.Channels];
            SampleCodec.Decode(header.Kind, stored, all);
            return ([.. Enumerable.Range(0, (int)header.Frames).Select(i => all[i * header.Channels])], header.SampleRate);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or RedactionException)
        {
            throw new ArgumentException("The file of operator 'clip' is no WAV file that can be read.");
        }
    }
}
