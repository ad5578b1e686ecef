using System.Collections.Immutable;

namespace Redaction.Image;

/// <summary>Pixels to be put back into a page.</summary>
/// <param name="Page">0-based.</param>
/// <param name="Box">Where they belong; inside the page.</param>
/// <param name="Pixels">The rows of the box, one after the other, with as many channels as the image has.</param>
internal sealed record ImagePatch(int Page, PixelBox Box, ImmutableArray<byte> Pixels)
{
    /// <summary>Writes an image file with pixels put back, in its own format and without metadata.</summary>
    /// <param name="redacted">The file as it was redacted.</param>
    /// <param name="output">Receives the file.</param>
    /// <param name="patches">What is put back.</param>
    /// <param name="codec">Decodes and encodes.</param>
    /// <param name="options">Limits; the default ones when left out.</param>
    /// <exception cref="RedactionException">The file cannot be decoded or written,
    /// or a patch does not fit it (<see cref="ErrorCodes.Integrity"/>).</exception>
    public static void PutBack(
        Stream redacted, Stream output, IEnumerable<ImagePatch> patches, IImageCodec codec, ImageFileOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(redacted);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(patches);
        ArgumentNullException.ThrowIfNull(codec);
        options ??= ImageFileOptions.Default;
        var image = ImageFileRedactor.Decode(redacted, codec, options);
        foreach (var patch in patches) patch.Paste(image);
        codec.Encode(image, output, options);
    }

    private void Paste(DecodedImage image)
    {
        if (Page < 0 || Page >= image.Pages || Box.IsEmpty || Box.ClampTo(image.Width, image.Height) != Box)
            throw new RedactionException(ErrorCodes.Integrity, "image", "The pixels belong to another image.");
        var page = image.Page(Page);
        var channels = Pixels.Length / (Box.Width * Box.Height);
        if (channels is not (1 or 3 or 4) || Pixels.Length != Box.Width * Box.Height * channels)
            throw new RedactionException(ErrorCodes.Integrity, "image", "The pixels belong to another image.");
        for (var y = 0; y < Box.Height; y++)
        {
            var row = page.Row(Box.Y + y)[(Box.X * page.Channels)..];
            for (var x = 0; x < Box.Width; x++)
            {
                var pixel = Pixels.AsSpan((y * Box.Width + x) * channels, channels);
                // What was written without its transparency, or grey, may be read with other channels.
                for (var c = 0; c < page.Channels; c++)
                    row[x * page.Channels + c] = c < 3 ? pixel[Math.Min(c, channels - 1)] : channels == 4 ? pixel[3] : (byte)255;
            }
        }
    }
}
