using SixLabors.ImageSharp.Processing;

namespace Redaction.ImageSharp;

/// <summary>Redacts images that ImageSharp has decoded.</summary>
public static class ImageSharpRedaction
{
    /// <summary>Paints over what the engine finds, in every frame, and drops what the file said besides its pixels:
    /// EXIF, XMP, IPTC, comments, text chunks.</summary>
    /// <param name="source">What <c>image.Mutate(x => …)</c> gives.</param>
    /// <param name="engine">Finds and paints.</param>
    /// <param name="context">What the policy's rules may match on.</param>
    /// <param name="observer">Is notified of the plans, one a frame, with the frame as page.</param>
    /// <remarks>The image is turned upright first, as its EXIF orientation says. Pixels outside the masks stay as they are, in their own
    /// format and depth. After an exception discard the image: frames may be half done.</remarks>
    /// <exception cref="RedactionException">A detector or operator failed, or a model is missing.</exception>
    public static IImageProcessingContext Redact(
        this IImageProcessingContext source, RedactionEngine engine, RedactionContext? context = null, RedactionObserver? observer = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(engine);
        return source.AutoOrient()
            .ApplyProcessor(new RedactionProcessor(engine, context ?? RedactionContext.Default, observer ?? RedactionObserver.None));
    }
}
