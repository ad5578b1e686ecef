namespace Redaction.Audio;

/// <summary>Changes the voice on one channel, sample by sample.</summary>
internal interface IVoiceChange
{
    /// <summary>Samples from one going in to its coming out.</summary>
    int Delay { get; }

    /// <summary>Takes a sample and gives the one of <see cref="Delay"/> before.</summary>
    /// <param name="sample">−1 to 1.</param>
    /// <param name="coefficient">That of the speaker; 1 leaves the voice as it is.</param>
    float Next(float sample, double coefficient);
}
