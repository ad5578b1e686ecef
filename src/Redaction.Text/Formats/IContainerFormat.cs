namespace Redaction.Text;

/// <summary>A document with parts that are files of their own: attachments, embedded pictures.</summary>
/// <remarks>The format reads and writes what is its own; every part it hands on, in order, whatever that is.</remarks>
internal interface IContainerFormat : IDocumentFormat
{
    /// <summary>Writes the redacted document.</summary>
    /// <param name="input">The document.</param>
    /// <param name="output">Receives the redacted document; <see cref="Stream.Null"/> for a scan.</param>
    /// <param name="job">What is to be done with what is the container's own.</param>
    /// <param name="parts">Redacts the parts; what it does not read is left out.</param>
    /// <exception cref="RedactionException">The document breaks the rules of the format, or a component failed; discard what was
    /// written.</exception>
    void Redact(Stream input, Stream output, DocumentJob job, IPartRedactor parts);
}
