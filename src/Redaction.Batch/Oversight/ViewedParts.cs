using Redaction.Text;

namespace Redaction.Batch;

/// <summary>
/// Renders the parts of a redacted container: texts as the view says; the others hold nothing sealed and stay as they were released.
/// </summary>
internal sealed class ViewedParts(DocumentJob job) : IPartRedactor
{
    public bool Redact(FilePart part, Stream input, Stream output, RedactionObserver observer)
    {
        if (PartRedactor.FormatOf(part, input) is IDocumentFormat format) format.Redact(input, output, job with { Observer = observer });
        else input.CopyTo(output);
        return true;
    }
}
