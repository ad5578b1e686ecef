namespace Redaction.Audio;

/// <summary>A file format of transcripts.</summary>
/// <remarks>Implementations are stateless and thread-safe. They put the transcript together with a
/// <see cref="TranscriptBuilder"/>, which keeps the places of the text in the bytes: writing is then the same for all formats.</remarks>
public interface ITranscriptFormat : IFileFormat
{
    /// <inheritdoc/>
    string IFileFormat.Medium => Redaction.Medium.Text;

    /// <inheritdoc/>
    bool IFileFormat.Recognises(ReadOnlySpan<byte> head, string name) => Recognises(TranscriptEncoding.Utf8Head(head));

    /// <summary>True when a file that begins so is of this format.</summary>
    /// <param name="head">The first 64 KiB, or the whole file where it is smaller; in UTF-8.</param>
    bool Recognises(ReadOnlySpan<byte> head);

    /// <summary>Reads a transcript: every text in it is added as spoken words, as a copy of them, or as a field of its own.</summary>
    /// <param name="content">The file.</param>
    /// <exception cref="RedactionException">The bytes are not such a transcript.</exception>
    internal Transcript Read(byte[] content);
}
