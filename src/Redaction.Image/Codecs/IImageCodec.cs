namespace Redaction.Image;

/// <summary>Turns files into pixels and pixels into files.</summary>
/// <remarks>Implementations are thread-safe.</remarks>
internal interface IImageCodec
{
    /// <summary>Lower-case dotted id.</summary>
    string Id { get; }

    /// <summary>Decodes all pages of a file: upright, in sRGB, 8 bits a channel.</summary>
    /// <exception cref="RedactionException">The file is broken, cut off or larger than the limits.</exception>
    DecodedImage Decode(ReadOnlyMemory<byte> file, ImageFormat format, ImageFileOptions options);

    /// <summary>Writes all pages in the image's own format, without any metadata.</summary>
    /// <exception cref="RedactionException">The image cannot be written.</exception>
    void Encode(DecodedImage image, Stream output, ImageFileOptions options);

    /// <summary>The first page as a small JPEG, at most <paramref name="longerSide"/> pixels wide and high.</summary>
    byte[] Thumbnail(DecodedImage image, int longerSide);
}
