namespace Redaction.Audio;

/// <summary>Takes samples to another rate: a sinc under a Hann window, cut below half of the lower rate.</summary>
internal sealed class Resampler
{
    private const int Lobes = 12;
    private const int Phases = 256;

    private readonly double _ratio;
    private readonly float[] _weights;

    public Resampler(int from, int to)
    {
        _ratio = (double)from / to;
        var cut = Math.Min(1, 1 / _ratio);
        Reach = (int)Math.Ceiling(Lobes / cut);
        _weights = new float[Phases * 2 * Reach];
        for (var phase = 0; phase < Phases; phase++)
        {
            for (var i = 0; i < 2 * Reach; i++)
            {
                var x = i - Reach + 1 - phase / (double)Phases;
                var window = Math.Abs(x) >= Reach ? 0 : 0.5 + 0.5 * Math.Cos(Math.PI * x / Reach);
                var sinc = x == 0 ? 1 : Math.Sin(Math.PI * cut * x) / (Math.PI * cut * x);
                _weights[phase * 2 * Reach + i] = (float)(cut * sinc * window);
            }
        }
    }

    /// <summary>Samples of the input that a sample looks at on either side.</summary>
    public int Reach { get; }

    /// <summary>The place in the input of a sample of the output.</summary>
    public long PlaceOf(long output) => (long)Math.Floor(output * _ratio);

    /// <summary>Makes samples.</summary>
    /// <param name="input">Samples of all channels, from <see cref="PlaceOf"/> of the first one less <see cref="Reach"/> on.</param>
    /// <param name="channels">Number of channels in the input.</param>
    /// <param name="channel">Which of them.</param>
    /// <param name="first">Index of the first sample of the output, from the beginning of the recording.</param>
    /// <param name="output">Is filled.</param>
    public void Fill(ReadOnlySpan<float> input, int channels, int channel, long first, Span<float> output)
    {
        var start = PlaceOf(first) - Reach;
        for (var i = 0; i < output.Length; i++)
        {
            var place = (first + i) * _ratio;
            var whole = Math.Floor(place);
            var weights = _weights.AsSpan((int)((place - whole) * Phases) * 2 * Reach, 2 * Reach);
            var at = (int)((long)whole - start) - Reach + 1;
            var sum = 0f;
            for (var j = 0; j < weights.Length; j++) sum += weights[j] * input[(at + j) * channels + channel];
            output[i] = sum;
        }
    }

    public override string ToString() => "Resampler";
}
