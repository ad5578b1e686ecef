namespace Redaction.Audio;

/// <summary>Finds spans of time that must not be heard.</summary>
public interface IAudioDetector : IDetector<AudioSource, AudioSpan>;
