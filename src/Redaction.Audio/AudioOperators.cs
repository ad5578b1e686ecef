using System.Collections.Immutable;

namespace Redaction.Audio;

/// <summary>The built-in audio operators.</summary>
public static class AudioOperators
{
    /// <summary>Every built-in audio operator.</summary>
    public static ImmutableArray<IAudioOperator> All { get; } = [new Clip(), new Noise(), new Silence(), new Tone()];
}
