using Redaction.Documents;
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

    public bool ReadsPictures => true;

    public TSettings? Settings<TSettings>()
        where TSettings : class => engine.PartSettings.OfType<TSettings>().FirstOrDefault();

    public bool Redact(FilePart part, Stream input, Stream output, RedactionObserver observer)
    {
        if (container.Depth >= DeepestNesting || FormatOf(part, input) is not { } format) return false;
        var item = FileItems.Of(format);
        var work = new PartWork(container, part, input, output, observer);
        try
        {
            item.Redact(engine, work);
        }
        catch (RedactionException e) when (!IsText(part) && s_unreadable.Contains(e.Code))
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
    public static IFileFormat? FormatOf(FilePart part, Stream input)
    {
        var declared = FileFormats.OfMediaType(part.MediaType);
        if (declared is not (null or PlainText)) return declared;
        var isText = IsText(part);
        var named = part.Name is { } name ? Named(name, input) : null;
        if (named is not null && (!isText || named.Medium == Medium.Text)) return named;
        return isText ? FileFormats.OfMediaType("text/plain") : null;
    }

    /// <summary>The format of a part's name, where its content agrees.</summary>
    private static IFileFormat? Named(string name, Stream input)
    {
        if (FileFormats.Named(name) is null) return null;
        try
        {
            return FileFormats.Detect(name, InputContent.Head(input));
        }
        catch (RedactionException)
        {
            return null;
        }
        finally
        {
            input.Position = 0;
        }
    }

    /// <summary>A package is no text, though its format is a document's: one that cannot be read is left out.</summary>
    private static bool IsText(FilePart part) =>
        (FileFormats.OfMediaType(part.MediaType) is IDocumentFormat format && !PackageFormats.All.Contains(format))
        || part.MediaType.StartsWith("text/", StringComparison.Ordinal);
}
