namespace Redaction.Audio;

/// <summary>How one sample is stored.</summary>
internal enum SampleKind
{
    Pcm8,
    Pcm16,
    Pcm24,
    Pcm32,
    Float32,
    Float64,
    ALaw,
    MuLaw,
}
