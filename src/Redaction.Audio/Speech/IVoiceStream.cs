namespace Redaction.Audio;

/// <summary>One channel of a stretch of sound that a model listens to from its beginning. For one thread.</summary>
internal interface IVoiceStream : IDisposable
{
    /// <summary>How likely it is that somebody speaks in the next samples.</summary>
    /// <param name="samples"><see cref="IVoiceModel.Step"/> samples from −1 to 1.</param>
    /// <exception cref="RedactionException">The model failed.</exception>
    float Next(ReadOnlySpan<float> samples);
}
