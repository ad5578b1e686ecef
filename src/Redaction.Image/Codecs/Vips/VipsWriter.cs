using System.Collections.Immutable;

namespace Redaction.Image;

/// <summary>Encodes pixels in the format they came in, without metadata.</summary>
internal static unsafe class VipsWriter
{
    public static void Write(DecodedImage image, Stream output, ImageFileOptions options)
    {
        if (!image.Further.IsEmpty)
        {
            WritePages(image, output, options);
            return;
        }
        if (image.Painted is { } painted && !image.Original.IsEmpty && TryTakeOver(image, painted, output, options)) return;
        fixed (byte* pixels = image.Pixels)
        {
            using var raw = VipsImage.Over(pixels, image.Pixels.Length, image.Width, image.Height * image.Pages, image.Channels);
            using var prepared = Prepare(raw, image);
            Save(prepared, image, output, options);
        }
    }

    /// <summary>Pages of different size, which libvips cannot write into one file.</summary>
    private static void WritePages(DecodedImage image, Stream output, ImageFileOptions options)
    {
        using var join = new TiffJoin();
        var first = new DecodedImage(image.Format, image.Pixels, image.Width, image.Height, image.Channels)
        {
            Lossless = image.Lossless,
            Grey = image.Grey,
            ColorProfile = image.ColorProfile,
        };
        foreach (var page in image.Further.Prepend(first))
        {
            using var file = new MemoryStream();
            Write(page, file, options);
            join.Add(file.GetBuffer().AsSpan(0, (int)file.Length));
        }
        join.WriteTo(output);
    }

    private static bool TryTakeOver(DecodedImage image, ImmutableArray<PixelBox> painted, Stream output, ImageFileOptions options)
    {
        if (image.Format == ImageFormats.Jpeg)
            return JpegPatch.TryWrite(image.Original.Span, image.Page(0).AsSource(), painted, image.ColorProfile, output);
        if (DeepPixels.Patch(image, painted) is not var (samples, bands)) return false;
        fixed (ushort* data = samples)
        {
            using var raw = VipsImage.Over((byte*)data, samples.LongLength * sizeof(ushort), image.Width, image.Height, bands,
                DeepPixels.UnsignedShort);
            using var deep = As(raw, bands < 3 ? "grey16" : "rgb16");
            if (!image.ColorProfile.IsEmpty) deep.Set(VipsColor.ProfileField, image.ColorProfile.AsSpan());
            Save(deep, image, output, options);
        }
        return true;
    }

    private static void Save(VipsImage prepared, DecodedImage image, Stream output, ImageFileOptions options)
    {
        using (var save = new VipsOperation(VipsLibrary.NameOf(image.Format) + "save_buffer"))
        {
            save.With("in", prepared);
            if (!VipsLibrary.HasKeep) save.With("strip", image.ColorProfile.IsEmpty ? "true" : "false");
            else save.With("keep", image.ColorProfile.IsEmpty ? "none" : "icc");
            if (image.Pages > 1) save.With("page-height", image.Height);
            Choose(save, image, options);
            save.WriteTo(output);
        }
    }

    public static byte[] Thumbnail(DecodedImage image, int longerSide, int quality)
    {
        fixed (byte* pixels = image.Pixels)
        {
            using var raw = VipsImage.Over(pixels, image.Width * image.Height * image.Channels, image.Width, image.Height, image.Channels);
            using var rgb = As(raw, "srgb");
            using var shrink = new VipsOperation("thumbnail_image");
            using var small = shrink.With("in", rgb).With("width", longerSide).With("height", longerSide).With("size", "down").Image();
            using var save = new VipsOperation("jpegsave_buffer");
            save.With("in", small).With("Q", quality).With(VipsLibrary.HasKeep ? "keep" : "strip", VipsLibrary.HasKeep ? "none" : "true");
            using var output = new MemoryStream();
            save.WriteTo(output);
            return output.ToArray();
        }
    }

    private static VipsImage Prepare(VipsImage raw, DecodedImage image)
    {
        var rgb = As(raw, "srgb");
        if (image.Grey && image.Channels == 3 && IsGrey(image)) rgb = OneBand(rgb);
        if (image.Pages > 1)
        {
            rgb.Set("page-height", image.Height);
            rgb.Set("n-pages", image.Pages);
        }
        if (!image.Delays.IsDefaultOrEmpty)
        {
            rgb.Set("delay", image.Delays.AsSpan());
            rgb.Set("loop", image.Loops);
        }
        if (!image.ColorProfile.IsDefaultOrEmpty) rgb.Set(VipsColor.ProfileField, image.ColorProfile.AsSpan());
        return rgb;
    }

    private static VipsImage OneBand(VipsImage rgb)
    {
        using (rgb)
        using (var extract = new VipsOperation("extract_band"))
        using (var band = extract.With("in", rgb).With("band", 0).Image())
            return As(band, "b-w");
    }

    private static VipsImage As(VipsImage image, string interpretation)
    {
        using var copy = new VipsOperation("copy");
        return copy.With("in", image).With("interpretation", interpretation).Image();
    }

    private static void Choose(VipsOperation save, DecodedImage image, ImageFileOptions options)
    {
        switch (image.Format.Id)
        {
            case "jpeg":
                save.With("Q", JpegQuality.For(image.Steps.AsSpan(), options.Quality)).With("optimize-coding", "true")
                    .With("subsample-mode", image.SubsampledColor ? "on" : "off");
                break;
            case "avif":
                save.With("compression", "av1").With("Q", options.Quality).With("effort", 4);
                break;
            case "png":
                save.With("compression", 6);
                break;
            case "webp":
                if (image.Lossless) save.With("lossless", "true");
                else save.With("Q", options.Quality);
                break;
            case "tiff":
                save.With("compression", "deflate").With("predictor", "horizontal");
                break;
            case "gif":
                save.With("dither", 0).With("effort", 7); // the input had a palette already: dithering anew would only add noise
                if (VipsLibrary.HasKeep) save.With("keep-duplicate-frames", "true"); // frames may be alike once painted over
                break;
        }
    }

    private static bool IsGrey(DecodedImage image)
    {
        var pixels = image.Pixels.AsSpan();
        for (var i = 0; i < pixels.Length; i += image.Channels)
            if (pixels[i] != pixels[i + 1] || pixels[i] != pixels[i + 2]) return false;
        return true;
    }
}
