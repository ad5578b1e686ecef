namespace Redaction.Audio;

/// <summary>A recogniser, which makes the transcripts of recordings that have none.</summary>
/// <remarks>What it does not hear is not found: what sounds like speech and has no words near falls silent, as in every call.
/// Used from several threads at once.</remarks>
internal interface ITranscriber
{
    /// <summary>Names the recogniser, its version and its model in manifests; without paths and keys.</summary>
    string Id { get; }

    /// <summary>Makes a transcript: a file of any known format of transcripts, with times. Empty when nothing is spoken.</summary>
    /// <param name="wav">The recording, a WAV file, from its beginning; can be sought.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    byte[] Transcribe(Stream wav, CancellationToken cancellationToken);
}
