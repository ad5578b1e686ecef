using System.Collections.Immutable;

namespace Redaction.Audio;

/// <summary>Who speaks when in a recording, and how voices change.</summary>
/// <param name="Kind">How they change.</param>
/// <param name="Turns">The coefficients, by the first frame from which each holds.</param>
internal sealed record VoiceTurns(VoiceKind Kind, ImmutableArray<(long FirstFrame, double Coefficient)> Turns)
{
    /// <summary>Changes the voices on one channel.</summary>
    public IVoiceChange Channel(int sampleRate) => Kind switch
    {
        VoiceKind.Pitch => new MovedPitch(sampleRate),
        VoiceKind.Formant => new MovedFormants(sampleRate, MovedFormants.Warp),
        _ => new MovedFormants(sampleRate, MovedFormants.McAdams),
    };
}
