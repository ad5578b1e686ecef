namespace Redaction.Audio;

/// <summary>Listens to a redacted recording with a recogniser that the caller brings.</summary>
/// <remarks>Take another recogniser than the one that made the transcript: the same one repeats its own mistakes.</remarks>
public interface ITranscriptVerifier
{
    /// <summary>Names the recogniser and its version in reports.</summary>
    string Id { get; }

    /// <summary>What can be heard, in words, a line for each segment; empty when nothing can.</summary>
    /// <param name="recording">The redacted recording, a WAV file, from its beginning.</param>
    /// <param name="cancellationToken">Cancels listening.</param>
    ValueTask<string> ListenAsync(Stream recording, CancellationToken cancellationToken);
}
