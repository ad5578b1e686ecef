namespace Redaction.Image;

/// <summary>Reads and writes images with libvips.</summary>
internal sealed class VipsCodec : IImageCodec
{
    internal const string ComponentId = "image.vips";
    private const int ThumbnailQuality = 80;

    /// <summary>Makes a codec.</summary>
    /// <exception cref="RedactionException">libvips cannot be loaded (<see cref="ErrorCodes.MissingDependency"/>).</exception>
    public VipsCodec() => VipsLibrary.EnsureLoaded();

    /// <inheritdoc/>
    public string Id => ComponentId;

    /// <inheritdoc/>
    public DecodedImage Decode(ReadOnlyMemory<byte> file, ImageFormat format, ImageFileOptions options)
    {
        ArgumentNullException.ThrowIfNull(format);
        ArgumentNullException.ThrowIfNull(options);
        try
        {
            if (format == ImageFormats.Heic) return HeifPictures.Read(file, options);
            if (format.Outer is { } outer) return OuterPictures.Read(file, format, outer, options);
            if (format == ImageFormats.Jpeg && JpegTail.Mend(file.Span) is { } whole) file = whole;
            return VipsReader.Read(file, format, options);
        }
        catch (Exception e) when (e is VipsFailure or RedactionException { Code: ErrorCodes.Malformed })
        {
            throw FileStructure.IsComplete(format, file.Span)
                ? new RedactionException(ErrorCodes.Malformed, ComponentId, $"The {format.Id} data is broken.")
                : new RedactionException(ErrorCodes.Truncated, ComponentId, $"The {format.Id} data ends too early.");
        }
    }

    /// <inheritdoc/>
    public void Encode(DecodedImage image, Stream output, ImageFileOptions options)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(options);
        try
        {
            if (image.Format == ImageFormats.Heic) HeifPictures.Write(image, output, options);
            else if (image.Format.Outer is { } outer) OuterPictures.Write(image, outer, output, options);
            else VipsWriter.Write(image, output, options);
        }
        catch (VipsFailure)
        {
            throw new RedactionException(ErrorCodes.ComponentFailed, ComponentId, $"The image cannot be written as {image.Format.Id}.");
        }
        catch (IOException e)
        {
            throw new RedactionException(ErrorCodes.Unwritable, ComponentId, cause: e.GetType());
        }
    }

    /// <inheritdoc/>
    public byte[] Thumbnail(DecodedImage image, int longerSide)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(longerSide);
        try
        {
            return VipsWriter.Thumbnail(image, longerSide, ThumbnailQuality);
        }
        catch (VipsFailure)
        {
            throw new RedactionException(ErrorCodes.ComponentFailed, ComponentId, "The thumbnail cannot be made.");
        }
    }
}
