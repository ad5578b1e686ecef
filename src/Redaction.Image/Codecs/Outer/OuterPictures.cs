using System.Globalization;

namespace Redaction.Image;

/// <summary>Reads and writes pictures of formats that <c>ffmpeg</c> knows, by way of PNG: without loss, without metadata.</summary>
internal static class OuterPictures
{
    private const string Why = "Pictures of BMP and JPEG 2000 are read and written with ffmpeg: install it.";

    /// <summary>Decodes a picture.</summary>
    /// <exception cref="RedactionException">There is no ffmpeg (<see cref="ErrorCodes.MissingDependency"/>), or it cannot read the
    /// picture.</exception>
    public static DecodedImage Read(ReadOnlyMemory<byte> file, ImageFormat format, OuterCoding coding, ImageFileOptions options)
    {
        var most = options.MaxPixels.ToString(CultureInfo.InvariantCulture);
        using var png = new MemoryStream();
        Convert(file, png, ["-max_pixels", most, "-f", coding.Reader], ["-c:v", "png"]);
        var image = VipsReader.Read(png.GetBuffer().AsMemory(0, (int)png.Length), ImageFormats.Png, options);
        return As(format, image);
    }

    /// <summary>Encodes a picture.</summary>
    /// <exception cref="RedactionException">There is no ffmpeg (<see cref="ErrorCodes.MissingDependency"/>), or it fails.</exception>
    public static void Write(DecodedImage image, OuterCoding coding, Stream output, ImageFileOptions options)
    {
        using var png = new MemoryStream();
        VipsWriter.Write(As(ImageFormats.Png, image), png, options);
        var (grey, rgb, rgba) = coding.Colors;
        var colors = image.Channels == 4 ? rgba : image.Grey ? grey : rgb;
        Convert(png.GetBuffer().AsMemory(0, (int)png.Length), output, ["-f", "png_pipe"], ["-pix_fmt", colors, .. coding.Writer]);
    }

    private static DecodedImage As(ImageFormat format, DecodedImage image) =>
        new(format, image.Pixels, image.Width, image.Height, image.Channels)
        {
            Lossless = true,
            Grey = image.Grey,
            ColorProfile = format == ImageFormats.Png ? [] : image.ColorProfile,
            Painted = image.Painted,
        };

    private static void Convert(ReadOnlyMemory<byte> input, Stream output, string[] reader, string[] writer)
    {
        using var process = FfmpegProgram.Find(Why).Filter(
            [.. reader, "-i", "pipe:0", "-frames:v", "1", "-map_metadata", "-1", .. FfmpegProgram.Exact, .. writer, "-f", "image2pipe",
                "pipe:1"], CancellationToken.None);
        var feed = Task.Run(() => process.Feed(input));
        process.Output.CopyTo(output);
        feed.Wait();
        process.Finish();
    }
}
