namespace Redaction.Audio;

/// <summary>Tells speech from other sounds. Thread-safe.</summary>
internal interface IVoiceModel
{
    /// <summary>Samples a second that it listens to.</summary>
    int SampleRate { get; }

    /// <summary>Samples that it takes at a time.</summary>
    int Step { get; }

    /// <summary>Begins to listen to one channel of a stretch.</summary>
    IVoiceStream Open();
}
