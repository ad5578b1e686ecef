namespace Redaction.Text;

/// <summary>Redacts the parts of a container that are text, for callers who have no other medium.</summary>
internal sealed class TextParts(DocumentJob job) : IPartRedactor
{
    public bool Redact(FilePart part, Stream input, Stream output, RedactionObserver observer)
    {
        if (FormatOf(part.MediaType) is not { } format) return false;
        format.Redact(input, output, job with { Observer = observer });
        return true;
    }

    /// <summary>The text format that a media type means; null when it is no text.</summary>
    public static IDocumentFormat? FormatOf(string mediaType)
    {
        foreach (var format in DocumentFormats.All)
            if (format.MediaTypes.Contains(mediaType)) return format;
        return mediaType.StartsWith("text/", StringComparison.Ordinal) ? FormatOf("text/plain") : null;
    }
}
