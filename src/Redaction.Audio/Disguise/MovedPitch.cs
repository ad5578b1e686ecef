namespace Redaction.Audio;

/// <summary>Makes the voice on one channel higher or lower: what is read out of a delay line at another speed has another pitch, and its
/// formants, which moved with it, are moved back.</summary>
/// <param name="sampleRate">Samples a second.</param>
internal sealed class MovedPitch(int sampleRate) : IVoiceChange
{
    private readonly DelayLine _line = new(sampleRate);
    private readonly MovedFormants _formants = new(sampleRate, static (angle, ratio) => MovedFormants.Warp(angle, 1 / ratio));

    /// <inheritdoc/>
    public int Delay => _line.Delay + _formants.Delay;

    /// <inheritdoc/>
    public float Next(float sample, double coefficient) => _formants.Next(_line.Next(sample, coefficient), coefficient);
}
