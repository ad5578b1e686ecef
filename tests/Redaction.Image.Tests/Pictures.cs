using Redaction.TestKit;

namespace Redaction.Image.Tests;

/// <summary>Images made in code.</summary>
internal static class Pictures
{
    public static ImageFileOptions Options => ImageFileOptions.Default;

    public static VipsCodec Codec { get; } = new();

    /// <summary>The formats that can be read and written here.</summary>
    public static IEnumerable<ImageFormat> Formats =>
        ImageFormats.All.Where(static f => f != ImageFormats.Heic && (f.Outer is null || Ffmpeg.IsInstalled)); // HEIC: HeicTests

    /// <summary>How often to try files: less where each takes programs of its own.</summary>
    public static int Rounds(ImageFormat format, int rounds) => format.Outer is null ? rounds : rounds / 4;

    /// <summary>A smooth gradient with noise: no two neighbourhoods look alike.</summary>
    public static byte[] Noise(int width, int height, int channels, int seed, int noise = 40)
    {
        var random = new Random(seed);
        var pixels = new byte[width * height * channels];
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
                for (var c = 0; c < channels; c++)
                    pixels[(y * width + x) * channels + c] = c == 3 ? (byte)(255 - x % 200)
                        : (byte)Math.Clamp(40 + (c == 0 ? x : c == 1 ? y : x + y) * 150 / (width + height) + random.Next(noise), 0, 255);
        return pixels;
    }

    /// <summary>A few flat colours, as in drawings.</summary>
    public static byte[] Flat(int width, int height, int seed)
    {
        var pixels = new byte[width * height * 3];
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
                for (var c = 0; c < 3; c++)
                    pixels[(y * width + x) * 3 + c] = (byte)((x / 16 * 37 + y / 16 * 90 + c * 53 + seed) % 7 * 36);
        return pixels;
    }

    public static byte[] Encode(DecodedImage image)
    {
        using var output = new MemoryStream();
        Codec.Encode(image, output, Options);
        return output.ToArray();
    }

    public static byte[] File(ImageFormat format, int width = 96, int height = 64, int channels = 3, int pages = 1, int seed = 1) =>
        Encode(new(format, format == ImageFormats.Gif ? Flat(width, height * pages, seed) : Noise(width, height * pages, channels, seed),
            width, height, channels, pages)
        {
            Lossless = true,
            Delays = pages > 1 && format != ImageFormats.Tiff ? [.. Enumerable.Range(0, pages).Select(i => 40 + 30 * i)] : [],
            Loops = 3,
        });

    public static DecodedImage Decode(byte[] file) => Codec.Decode(file, ImageFormats.Sniff(file)!, Options);

    public static byte[] Copy(DecodedImage image) => image.Pixels.ToArray();

    public static ImageFileRedactor Redactor(IImageDetector detector, string @operator = "fill", ImageFileOptions? options = null) =>
        new(Painter(detector, @operator), Codec, options);

    public static ImageRedactor Painter(IImageDetector detector, string @operator = "fill", params (string Name, string Value)[] with) =>
        new(new RedactionPolicy("test", new PolicyRule(@operator) { With = new(with.Select(w => KeyValuePair.Create(w.Name, w.Value))) }),
            [detector],
            [.. ImageOperators.All, new OtherOperator("mask"), new OtherOperator("silence")]);

    public static byte[] Redact(ImageFileRedactor redactor, byte[] file, RedactionObserver? observer = null)
    {
        using var output = new MemoryStream();
        redactor.Redact(new MemoryStream(file), output, observer: observer);
        return output.ToArray();
    }
}
