using Xunit;

namespace Redaction.Image.Tests;

public class CodecTests
{
    private static readonly PixelBox s_face = new(30, 20, 24, 20);

    public static TheoryData<string> Lossless => ["png", "tiff", "webp", "gif"];
    public static TheoryData<string> All => [.. Pictures.Formats.Select(f => f.Id)];
    public static TheoryData<string> Animated => ["webp", "gif"];

    private static ImageFormat Format(string id) => ImageFormats.All.Single(f => f.Id == id);

    [Theory, MemberData(nameof(Lossless))]
    public void Redact_OfALosslessFormat_KeepsEveryPixelOutsideTheMask(string format)
    {
        var file = Pictures.File(Format(format));
        var before = Pictures.Decode(file);

        var after = Pictures.Decode(Pictures.Redact(Pictures.Redactor(new FixedBoxes(s_face)), file));

        var mask = s_face.Grow(0.3);
        for (var y = 0; y < before.Height; y++)
            for (var x = 0; x < before.Width; x++)
            {
                var expected = mask.Overlaps(new(x, y, 1, 1)) ? [0, 0, 0] : before.Page(0).Row(y).Slice(x * before.Channels, 3).ToArray();
                Assert.True(expected.AsSpan().SequenceEqual(after.Page(0).Row(y).Slice(x * after.Channels, 3)), $"pixel {x},{y}");
            }
    }

    [Fact]
    public void Redact_OfJpeg_StaysNearTheInputOutsideTheMask()
    {
        var file = Pictures.File(ImageFormats.Jpeg, 160, 120);
        var before = Pictures.Decode(file);

        var after = Pictures.Decode(Pictures.Redact(Pictures.Redactor(new FixedBoxes(s_face)), file));

        var mask = s_face.Grow(0.3).Grow(1); // a block of 8 pixels that the mask cuts changes as a whole
        double squares = 0, count = 0;
        for (var y = 0; y < before.Height; y++)
            for (var i = 0; i < before.Width * 3; i++)
            {
                if (mask.Overlaps(new(i / 3, y, 1, 1))) continue;
                squares += Math.Pow(before.Page(0).Row(y)[i] - after.Page(0).Row(y)[i], 2);
                count++;
            }
        var psnr = 10 * Math.Log10(255 * 255 / (squares / count));
        Assert.True(psnr > 40, $"PSNR {psnr:F1} dB");
    }

    [Theory, MemberData(nameof(All))]
    public void Redact_OfAnyFormat_ComesOutInTheSameFormatAndSize(string format)
    {
        var output = Pictures.Redact(Pictures.Redactor(new FixedBoxes(s_face)), Pictures.File(Format(format)));

        var image = Pictures.Decode(output);
        Assert.Equal((format, 96, 64, 1), (image.Format.Id, image.Width, image.Height, image.Pages));
    }

    [Theory, MemberData(nameof(Animated))]
    public void Redact_OfAnAnimation_PaintsEveryFrameAndKeepsTheTiming(string format)
    {
        var file = Pictures.File(Format(format), pages: 3);
        var observer = new Pages();

        var after = Pictures.Decode(Pictures.Redact(Pictures.Redactor(new FixedBoxes(s_face)), file, observer));

        Assert.Equal([0, 1, 2], observer.Seen);
        Assert.Equal(3, after.Pages);
        Assert.Equal([40, 70, 100], after.Delays.ToArray());
        Assert.Equal(3, after.Loops);
        for (var page = 0; page < 3; page++) Assert.Equal([0, 0, 0], after.Page(page).Row(25).Slice(40 * after.Channels, 3).ToArray());
    }

    [Fact]
    public void Redact_OfAMultiPageTiff_PaintsEveryPage()
    {
        var file = Pictures.File(ImageFormats.Tiff, pages: 4);

        var after = Pictures.Decode(Pictures.Redact(Pictures.Redactor(new FixedBoxes(s_face)), file));

        Assert.Equal(4, after.Pages);
        for (var page = 0; page < 4; page++) Assert.Equal([0, 0, 0], after.Page(page).Row(25).Slice(40 * 3, 3).ToArray());
    }

    [Theory, InlineData("png"), InlineData("webp"), InlineData("tiff")]
    public void Redact_OfAnImageWithAlpha_KeepsItAndPaintsOpaque(string format)
    {
        var file = Pictures.File(Format(format), channels: 4);
        var before = Pictures.Decode(file);

        var after = Pictures.Decode(Pictures.Redact(Pictures.Redactor(new FixedBoxes(s_face)), file));

        Assert.Equal(4, after.Channels);
        Assert.Equal(before.Page(0).Row(60)[7], after.Page(0).Row(60)[7]);
        Assert.Equal([0, 0, 0, 255], after.Page(0).Row(25).Slice(40 * 4, 4).ToArray());
    }

    [Theory]
    [InlineData("b-w", "uchar", "png")]        // grey
    [InlineData("grey16", "ushort", "png")]    // grey, 16 bits
    [InlineData("rgb16", "ushort", "tiff")]    // colour, 16 bits
    [InlineData("cmyk", "uchar", "jpeg")]      // print colours
    [InlineData("lab", "float", "tiff")]       // device-independent colours
    public void Decode_OfAnotherColourSpace_GivesTheSameColoursInRgb(string space, string type, string format)
    {
        var grey = space is "b-w" or "grey16";
        var pixels = Pictures.Noise(64, 48, 3, 5, noise: 2);
        if (grey)
            for (var i = 0; i < pixels.Length; i += 3) pixels[i + 1] = pixels[i + 2] = pixels[i];

        var image = Pictures.Decode(InSpace(pixels, 64, 48, space, type, format));

        Assert.Equal(3, image.Channels);
        var worst = 0;
        for (var i = 0; i < pixels.Length; i++) worst = Math.Max(worst, Math.Abs(pixels[i] - image.Pixels[i]));
        Assert.True(worst <= (space == "cmyk" ? 60 : 4), $"off by {worst}");
    }

    [Fact]
    public void Redact_OfAGreyImage_StaysGrey()
    {
        var pixels = new byte[64 * 48 * 3];
        for (var i = 0; i < pixels.Length; i++) pixels[i] = (byte)(i / 3 % 251);
        var file = InSpace(pixels, 64, 48, "b-w", "uchar", "png");

        var after = Pictures.Decode(Pictures.Redact(Pictures.Redactor(new FixedBoxes(new PixelBox(0, 0, 4, 4))), file));

        Assert.True(after.Grey);
        Assert.Equal(pixels[(40 * 64 + 30) * 3], after.Page(0).Row(40)[30 * 3]);
    }

    [Fact]
    public void Redact_OfAPaletteImage_KeepsEveryPixelOutsideTheMask()
    {
        var file = InSpace(Pictures.Flat(96, 64, 3), 96, 64, "srgb", "uchar", "png", palette: true);
        Assert.True(file.AsSpan().IndexOf("PLTE"u8) > 0);
        var before = Pictures.Decode(file);

        var after = Pictures.Decode(Pictures.Redact(Pictures.Redactor(new FixedBoxes(s_face)), file));

        AssertSameOutside(before, after);
    }

    [Fact]
    public void Redact_OfPrintColours_IsMaskedAndStaysNearTheInput()
    {
        var file = InSpace(Pictures.Noise(96, 64, 3, 5, noise: 2), 96, 64, "cmyk", "uchar", "jpeg");

        var output = Pictures.Redact(Pictures.Redactor(new FixedBoxes(s_face)), file);

        Assert.True(JpegTests.Outside(file, output, s_face.Grow(1.0)) >= 40);
        Assert.InRange(Pictures.Decode(output).Page(0).Row(25)[40 * 3], 0, 30);
    }

    private static void AssertSameOutside(DecodedImage before, DecodedImage after)
    {
        var mask = s_face.Grow(0.3);
        for (var y = 0; y < before.Height; y++)
            for (var x = 0; x < before.Width; x++)
                Assert.Equal(mask.Overlaps(new(x, y, 1, 1)) ? [0, 0, 0] : before.Page(0).Row(y).Slice(x * before.Channels, 3).ToArray(),
                    after.Page(0).Row(y).Slice(x * after.Channels, 3).ToArray());
    }

    [Fact]
    public void Thumbnail_OfARedactedFile_IsASmallJpeg()
    {
        var thumbnail = Pictures.Redactor(new FixedBoxes()).Thumbnail(new MemoryStream(Pictures.File(ImageFormats.Png, 400, 200)), 100);

        var image = Pictures.Decode(thumbnail);
        Assert.Equal(("jpeg", 100, 50), (image.Format.Id, image.Width, image.Height));
    }

    [Theory]
    [InlineData("rgb16", "png"), InlineData("rgb16", "tiff"), InlineData("grey16", "png"), InlineData("grey16", "tiff")]
    public void Redact_OfSixteenBits_KeepsThemOutsideTheMask(string space, string format)
    {
        var pixels = Pictures.Noise(96, 64, 3, 4);
        var file = Deep(InSpace(pixels, 96, 64, space, "ushort", format), Format(format), out var before);

        var output = Deep(Pictures.Redact(Pictures.Redactor(new FixedBoxes(s_face)), file), Format(format), out var after);

        Assert.NotEmpty(output);
        Assert.Equal(before.Length, after.Length);
        var bands = before.Length / (96 * 64);
        var mask = s_face.Grow(0.3);
        for (var i = 0; i < before.Length; i++)
            Assert.Equal(mask.Overlaps(new(i / bands % 96, i / bands / 96, 1, 1)) ? 0 : before[i], after[i]);
    }

    private static byte[] Deep(byte[] file, ImageFormat format, out ushort[] samples)
    {
        using var image = VipsReader.Open(file, format, out var pin);
        using (pin)
        {
            Assert.True(DeepPixels.Has(image));
            samples = new ushort[image.Width * image.Height * image.Bands];
            image.CopyTo(System.Runtime.InteropServices.MemoryMarshal.AsBytes(samples.AsSpan()));
        }
        return file;
    }

    private static unsafe byte[] InSpace(
        byte[] pixels, int width, int height, string space, string type, string format, bool palette = false)
    {
        fixed (byte* data = pixels)
        {
            using var raw = VipsImage.Over(data, pixels.Length, width, height, 3);
            using var copy = new VipsOperation("copy");
            using var rgb = copy.With("in", raw).With("interpretation", "srgb").Image();
            using var convert = new VipsOperation("colourspace");
            using var other = convert.With("in", rgb).With("space", space).Image();
            using var cast = new VipsOperation("cast");
            using var stored = cast.With("in", other).With("format", type).Image();
            using var save = new VipsOperation(format + "save_buffer");
            save.With("in", stored);
            if (format == "jpeg") save.With("Q", 100);
            if (palette) save.With("palette", "true");
            using var output = new MemoryStream();
            save.WriteTo(output);
            return output.ToArray();
        }
    }

    private sealed class Pages : RedactionObserver
    {
        public List<int> Seen { get; } = [];

        public override void OnPlan<TRegion>(in DocumentPlace place, RedactionPlan<TRegion> plan, ReadOnlySpan<char> text) =>
            Seen.Add(place.Page);
    }
}
