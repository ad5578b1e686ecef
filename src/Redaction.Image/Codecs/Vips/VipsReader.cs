using System.Collections.Immutable;

namespace Redaction.Image;

/// <summary>Decodes a file: header and limits first, then pixels to upright 8-bit sRGB.</summary>
internal static unsafe class VipsReader
{
    private const int Cmyk = 15; // VIPS_INTERPRETATION_CMYK
    private const int MaxPages = 100_000;

    public static DecodedImage Read(ReadOnlyMemory<byte> file, ImageFormat format, ImageFileOptions options)
    {
        fixed (byte* data = file.Span)
        {
            // A TIFF's pages may differ in kind, so each is opened by itself; the frames of an animation build on each other.
            using var first = Open(data, file.Length, format, page: 0, all: format == ImageFormats.Gif || format == ImageFormats.Webp);
            var pages = Math.Max(1, first.PageCount);
            Check(first, format == ImageFormats.Tiff ? pages : 1, pages, options);
            if (format != ImageFormats.Tiff || pages == 1) return ReadTogether(first, pages, file, format, options);
            return ReadPages(data, file, first, pages, options);
        }
    }

    /// <summary>Opens the first page again; <paramref name="pin"/> holds the file in place and is disposed of after
    /// the image's last use.</summary>
    public static VipsImage Open(ReadOnlyMemory<byte> file, ImageFormat format, out System.Buffers.MemoryHandle pin)
    {
        pin = file.Pin();
        return Open((byte*)pin.Pointer, file.Length, format, page: 0, all: false);
    }

    private static VipsImage Open(byte* data, int length, ImageFormat format, int page, bool all)
    {
        using var load = new VipsOperation(VipsLibrary.NameOf(format) + "load_buffer");
        load.With("buffer", data, length).With("access", "sequential").With("fail-on", "error");
        if (all) load.With("n", -1);
        else if (page > 0) load.With("page", page);
        return load.Image();
    }

    private static void Check(VipsImage header, int times, int pages, ImageFileOptions options)
    {
        var pixels = (long)header.Width * header.Height * times;
        if (pages > MaxPages || pixels > options.MaxPixels || pixels * 4 > Array.MaxLength)
            throw new RedactionException(ErrorCodes.TooLarge, VipsCodec.ComponentId,
                $"The image has more than {options.MaxPixels} pixels or {MaxPages} pages.");
    }

    private static DecodedImage ReadTogether(
        VipsImage image, int pages, ReadOnlyMemory<byte> file, ImageFormat format, ImageFileOptions options)
    {
        using var colors = VipsColor.ToRgb(image, options);
        int width = colors.Width, height = colors.Height / pages, channels = colors.Bands;
        var pixels = PixelMemory.Shared.Rent(checked(width * colors.Height * channels)); // all are filled
        colors.CopyTo(pixels);
        var orientation = image.Integer("orientation", 1);
        var upright = Orientation.Apply(pixels, ref width, ref height, channels, pages, orientation);
        return Describe(new(format, upright, width, height, channels, pages), image, file, options, orientation);
    }

    private static DecodedImage ReadPages(byte* data, ReadOnlyMemory<byte> file, VipsImage first, int pages, ImageFileOptions options)
    {
        var kept = new DecodedImage[pages];
        for (var page = 0; page < pages; page++)
        {
            using var image = Open(data, file.Length, ImageFormats.Tiff, page, all: false);
            Check(image, pages, pages, options);
            kept[page] = ReadPage(image, options);
        }
        if (kept.Any(p => (p.Width, p.Height, p.Channels) != (kept[0].Width, kept[0].Height, kept[0].Channels)))
        {
            if (new TiffTags(file.Span).HasReduced)
                throw new RedactionException(ErrorCodes.UnsupportedFormat, VipsCodec.ComponentId,
                    "The TIFF holds smaller copies of its pages, in which little can be found; save it without them.");
            return Describe(kept[0], first, file, options, orientation: 0, [.. kept[1..]]);
        }
        var bytes = kept[0].Pixels.Length;
        var together = new byte[checked(bytes * pages)];
        for (var page = 0; page < pages; page++) kept[page].Pixels.CopyTo(together, page * bytes);
        return Describe(new(ImageFormats.Tiff, together, kept[0].Width, kept[0].Height, kept[0].Channels, pages), first, file, options,
            orientation: 0);
    }

    private static DecodedImage ReadPage(VipsImage image, ImageFileOptions options)
    {
        using var colors = VipsColor.ToRgb(image, options);
        int width = colors.Width, height = colors.Height, channels = colors.Bands;
        var pixels = GC.AllocateUninitializedArray<byte>(checked(width * height * channels));
        colors.CopyTo(pixels);
        var upright = Orientation.Apply(pixels, ref width, ref height, channels, 1, image.Integer("orientation", 1));
        return new(ImageFormats.Tiff, upright, width, height, channels)
        {
            Lossless = true,
            Grey = IsGrey(image),
            ColorProfile = VipsColor.KeepsProfile(image, options) ? [.. image.Blob(VipsColor.ProfileField)] : [],
        };
    }

    private static bool IsGrey(VipsImage image) => image.Bands < 3 && image.Interpretation != Cmyk;

    private static DecodedImage Describe(
        DecodedImage pixels, VipsImage image, ReadOnlyMemory<byte> file, ImageFileOptions options, int orientation,
        ImmutableArray<DecodedImage> further = default) =>
        new(pixels.Format, pixels.Pixels, pixels.Width, pixels.Height, pixels.Channels, pixels.Pages)
        {
            Further = further.IsDefault ? [] : further,
            Delays = [.. image.Integers("delay")],
            Loops = image.Integer("loop", 0),
            Lossless = pixels.Format != ImageFormats.Webp || FileStructure.IsLosslessWebp(file.Span),
            SubsampledColor = orientation == 1 && image.Text("jpeg-chroma-subsample") == "4:2:0",
            Grey = IsGrey(image),
            ColorProfile = VipsColor.KeepsProfile(image, options) ? [.. image.Blob(VipsColor.ProfileField)] : [],
            MetadataKinds = MetadataKinds.Of(pixels.Format, file.Span),
            Original = IsTakenOver(pixels, image) && orientation == 1 && VipsColor.LeavesNumbers(image, options) ? file : default,
            Steps = pixels.Format == ImageFormats.Jpeg ? [.. JpegHeader.Steps(file.Span).Select(s => orientation == 1 ? s : Finer(s))] : [],
        };

    /// <summary>A quarter of the steps: turned, blocks no longer fall on those of the file,
    /// and the same steps would lose as much again.</summary>
    private static ushort[] Finer(ushort[] steps) => [.. steps.Select(static s => (ushort)((s + 3) / 4))];

    private static bool IsTakenOver(DecodedImage pixels, VipsImage image) =>
        pixels.Pages == 1 && (pixels.Format == ImageFormats.Jpeg || (pixels.Format != ImageFormats.Gif && DeepPixels.Has(image)));
}
