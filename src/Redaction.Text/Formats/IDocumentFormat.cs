namespace Redaction.Text;

/// <summary>Walks a document of one format, redacts its values and copies everything else as it is.</summary>
/// <remarks>Thread-safe. Streams: memory does not grow with the document.</remarks>
public interface IDocumentFormat : IFileFormat
{
    /// <inheritdoc/>
    string IFileFormat.Medium => Redaction.Medium.Text;

    /// <inheritdoc/>
    /// <remarks>Text has no signature: everything is text that is not known to be something else.</remarks>
    bool IFileFormat.Recognises(ReadOnlySpan<byte> head, string name) => !BinarySignatures.Begin(head);

    /// <summary>Writes the redacted document.</summary>
    /// <param name="input">The document.</param>
    /// <param name="output">Receives the redacted document; <see cref="Stream.Null"/> for a scan.</param>
    /// <param name="job">What is to be done.</param>
    /// <exception cref="RedactionException">The document breaks the rules of the format, or a detector failed; discard what was
    /// written.</exception>
    void Redact(Stream input, Stream output, DocumentJob job);
}
