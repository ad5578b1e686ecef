using Redaction.Text;

namespace Redaction;

/// <summary>Redacts the parts of a container, each through the item class of its own format.</summary>
internal sealed class PartRedactor(RedactionEngine engine, IItemWork container) : IPartRedactor
{
    private const int DeepestNesting = 8;

    /// <summary>What says that a part is not readable, rather than that reading it failed.</summary>
    private static readonly string[] s_unreadable =
    [
        ErrorCodes.Malformed, ErrorCodes.Truncated, ErrorCodes.InvalidEncoding, ErrorCodes.UnsupportedFormat, ErrorCodes.WrongExtension,
        ErrorCodes.TooLarge, ErrorCodes.NoTranscript,
    ];

    /// <summary>True when models for images looked at a part.</summary>
    public bool HasImages { get; private set; }

    public bool Redact(FilePart part, Stream input, Stream output, RedactionObserver observer)
    {
        var declared = FileFormats.OfMediaType(part.MediaType);
        if (container.Depth >= DeepestNesting || FormatOf(part, declared, input) is not { } format) return false;
        var item = FileItems.Of(format);
        var work = new PartWork(container, input, output, observer);
        try
        {
            item.Redact(engine, work);
        }
        catch (RedactionException e) when (!IsText(part, declared) && s_unreadable.Contains(e.Code))
        {
            return false; // nothing of it is released, as of every part that cannot be looked into
        }
        finally
        {
            HasImages |= item.IsSeen;
        }
        return true;
    }

    /// <summary>What the media type says; the name only where that says no more than that it is text, or bytes.</summary>
    private static IFileFormat? FormatOf(FilePart part, IFileFormat? declared, Stream input)
    {
        if (declared is not (null or PlainText)) return declared;
        if (part.Name is { } name && FileFormats.Named(name) is not null)
        {
            try
            {
                var head = InputContent.Head(input);
                input.Position = 0;
                return FileFormats.Detect(name, head);
            }
            catch (RedactionException) when (IsText(part, declared))
            {
                input.Position = 0;
            }
            catch (RedactionException)
            {
                return null; // not what its name says, and nothing else says what it is
            }
        }
        return declared ?? (IsText(part, declared) ? FileFormats.OfMediaType("text/plain") : null);
    }

    private static bool IsText(FilePart part, IFileFormat? declared) =>
        declared is IDocumentFormat || part.MediaType.StartsWith("text/", StringComparison.Ordinal);
}
