using Redaction.TestKit;
using Xunit;

namespace Redaction.Image.Tests;

public class JpegTests
{
    [Theory]
    [InlineData(2)]  // the end's mark alone
    [InlineData(40)] // some of the last blocks too
    public void Redact_OfAFileWithoutItsLastBytes_MasksWhatIsThere(int missing)
    {
        var file = Pictures.File(ImageFormats.Jpeg, 200, 150);

        var redacted = Pictures.Redact(Pictures.Redactor(new FixedBoxes(new PixelBox(20, 20, 40, 40))), file[..^missing]);

        var image = Pictures.Decode(redacted);
        Assert.Equal((200, 150), (image.Width, image.Height));
        Assert.All(image.Page(0).Row(40)[(30 * 3)..(50 * 3)].ToArray(), v => Assert.InRange(v, 0, 8));
        Assert.True(FileStructure.IsComplete(ImageFormats.Jpeg, redacted));
    }

    private static readonly PixelBox s_mask = new(70, 50, 61, 43); // crosses block edges on all sides

    public static TheoryData<string> Photos =>
        [.. Directory.GetFiles(Repository.PathOf("samples", "photos"), "*.jpg").Select(p => Path.GetFileName(p)!)
            .Order(StringComparer.Ordinal)];

    /// <summary>Quality, chroma at half resolution, better Huffman tables, restart interval, width, height.</summary>
    public static TheoryData<int, bool, bool, int, int, int> Encodings => new()
    {
        { 75, true, false, 0, 320, 240 },
        { 75, true, true, 0, 320, 240 },   // tables that lack the symbols of the mask
        { 30, true, true, 0, 319, 237 },   // cut blocks at the edges
        { 98, false, false, 0, 200, 150 },
        { 90, false, true, 3, 203, 151 },  // restart markers
        { 60, true, false, 5, 411, 163 },
    };

    [Theory, MemberData(nameof(Photos))]
    public void Redact_OfAPhotograph_StaysAbove45DecibelsOutsideTheMask(string photo)
    {
        var file = File.ReadAllBytes(Repository.PathOf("samples", "photos", photo));

        var psnr = Outside(file, Redact(file), s_mask);

        Assert.True(psnr >= 45, $"{psnr:F1} dB");
    }

    [Theory, MemberData(nameof(Encodings))]
    public void Redact_OfABaselineJpeg_LeavesOtherBlocksAsTheyAre(int quality, bool half, bool tables, int restart, int width, int height)
    {
        var file = Jpeg(Pictures.Noise(width, height, 3, quality), width, height, quality, half, tables, restart);
        var before = Pictures.Decode(file);

        var after = Pictures.Decode(Redact(file));

        var side = half ? 16 : 8;
        var blocks = PixelBox.FromBounds(s_mask.X / side * side - 1, s_mask.Y / side * side - 1, (s_mask.Right + side) / side * side + 1,
            (s_mask.Bottom + side) / side * side + 1);
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
                if (!blocks.Overlaps(new(x, y, 1, 1)))
                    Assert.True(before.Page(0).Row(y).Slice(x * 3, 3).SequenceEqual(after.Page(0).Row(y).Slice(x * 3, 3)),
                        $"pixel {x},{y} changed");
        Assert.InRange(after.Page(0).Row(70)[300], 0, 40); // black, but for the ringing of coarse steps
    }

    [Theory, MemberData(nameof(Encodings))]
    public void Redact_WithoutFindings_LeavesEveryPixel(int quality, bool half, bool tables, int restart, int width, int height)
    {
        var file = Jpeg(Pictures.Noise(width, height, 3, quality), width, height, quality, half, tables, restart);

        var output = Pictures.Redact(Pictures.Redactor(new FixedBoxes()), file);

        Assert.Equal(Pictures.Decode(file).Pixels, Pictures.Decode(output).Pixels);
        Assert.InRange(output.Length, 1, file.Length + 64);
    }

    [Theory, MemberData(nameof(Encodings))]
    public void Redact_OfJpegsThatDifferUnderTheMaskOnly_GivesTheSameBytes(
        int quality, bool half, bool tables, int restart, int width, int height)
    {
        _ = tables; // better tables would differ for the two
        var pixels = Pictures.Noise(width, height, 3, 7);
        var one = Jpeg(pixels, width, height, quality, half, better: false, restart);
        for (var y = 64; y < 80; y++) pixels.AsSpan((y * width + 96) * 3, 16 * 3).Fill(250);
        var other = Jpeg(pixels, width, height, quality, half, better: false, restart);

        Assert.NotEqual(one, other);
        Assert.Equal(Redact(one), Redact(other));
    }

    [Theory, MemberData(nameof(Encodings))]
    public void Redact_TakesOverTheSteps(int quality, bool half, bool tables, int restart, int width, int height)
    {
        var file = Jpeg(Pictures.Noise(width, height, 3, 3), width, height, quality, half, tables, restart);

        Assert.Equal(JpegHeader.Steps(file), JpegHeader.Steps(Redact(file)));
    }

    [Fact]
    public void Redact_OfAGreyJpeg_LeavesOtherBlocksAsTheyAre()
    {
        var pixels = Pictures.Noise(150, 120, 3, 1);
        for (var i = 0; i < pixels.Length; i += 3) pixels[i + 1] = pixels[i + 2] = pixels[i];
        var file = Pictures.Encode(new(ImageFormats.Jpeg, pixels, 150, 120, 3) { Grey = true });

        var output = Redact(file);

        Assert.Single(JpegHeader.Steps(output));
        Assert.Equal(Pictures.Decode(file).Page(0).Row(20).ToArray(), Pictures.Decode(output).Page(0).Row(20).ToArray());
        Assert.InRange(Pictures.Decode(output).Page(0).Row(70)[300], 0, 20);
    }

    [Theory]
    [InlineData("crew.jpg", 90), InlineData("astronaut.jpg", 75)]
    public void Redact_OfAProgressiveJpeg_StaysAbove45DecibelsOutsideTheMask(string photo, int quality)
    {
        var image = Pictures.Decode(File.ReadAllBytes(Repository.PathOf("samples", "photos", photo)));
        var file = Jpeg(Pictures.Copy(image), image.Width, image.Height, quality, half: true, better: true, restart: 0, progressive: true);
        Assert.True(file.AsSpan().IndexOf<byte>([0xFF, 0xC2]) > 0);

        var output = Redact(file);

        var psnr = Outside(file, output, s_mask.Grow(16, 16)); // the mask's edge is shared by blocks
        Assert.True(psnr >= 45, $"{psnr:F1} dB");
        Assert.InRange(Pictures.Decode(output).Page(0).Row(70)[300], 0, 40);
    }

    [Theory]
    [InlineData(3), InlineData(6), InlineData(8)] // on its head, lying on either side
    public void Redact_OfATurnedJpeg_IsUprightAndStaysAbove45DecibelsOutsideTheMask(ushort orientation)
    {
        var file = Exif.Into(File.ReadAllBytes(Repository.PathOf("samples", "photos", "crew.jpg")), orientation);

        var output = Redact(file);

        var psnr = Outside(file, output, s_mask.Grow(16, 16));
        Assert.True(psnr >= 45, $"{psnr:F1} dB");
        Assert.Equal(-1, output.AsSpan().IndexOf("Exif"u8));
        Assert.InRange(Pictures.Decode(output).Page(0).Row(70)[300], 0, 40);
    }

    [Fact]
    public void Redact_OfAJpegWithItsStepsBehindTheFrame_LeavesOtherBlocksAsTheyAre()
    {
        var file = File.ReadAllBytes(Repository.PathOf("samples", "photos", "crew.jpg"));
        Assert.True(file.AsSpan().IndexOf<byte>([0xFF, 0xDB]) > file.AsSpan().IndexOf<byte>([0xFF, 0xC0]));

        var (before, after) = (Pictures.Decode(file), Pictures.Decode(Redact(file)));

        for (var y = 120; y < before.Height; y++) Assert.Equal(before.Page(0).Row(y).ToArray(), after.Page(0).Row(y).ToArray());
    }

    [Fact]
    public void Redact_DropsWhatStandsAfterTheEnd()
    {
        var file = Jpeg(Pictures.Noise(160, 120, 3, 1), 160, 120, 80, half: true, better: false, restart: 0);

        Assert.Equal(Redact(file), Redact([.. file, .. file, 1, 2, 3]));
    }

    [Theory]
    [InlineData(75, 75), InlineData(92, 92), InlineData(50, 50), InlineData(100, 100), InlineData(12, 12)]
    public void Quality_OfLibjpegsSteps_IsTheSetting(int quality, int expected)
    {
        var file = Jpeg(Pictures.Noise(64, 48, 3, 1), 64, 48, quality, half: true, better: true, restart: 0);

        Assert.Equal(expected, JpegQuality.For(JpegHeader.Steps(file), 95));
    }

    [Fact]
    public void Quality_OfOtherSteps_HasNoneCoarser() =>
        Assert.Equal(98, JpegQuality.For([[.. Enumerable.Repeat((ushort)1, 12), .. Enumerable.Repeat((ushort)6, 52)]], 95));

    private static byte[] Redact(byte[] file) =>
        Pictures.Redact(new ImageFileRedactor(Pictures.Painter(new FixedBoxes(s_mask), "fill", ("padding", "0")), Pictures.Codec), file);

    internal static double Outside(byte[] file, byte[] output, PixelBox mask)
    {
        DecodedImage before = Pictures.Decode(file), after = Pictures.Decode(output);
        double squares = 0, count = 0;
        for (var y = 0; y < before.Height; y++)
            for (var i = 0; i < before.Width * 3; i++)
            {
                if (mask.Overlaps(new(i / 3, y, 1, 1))) continue;
                squares += Math.Pow(before.Page(0).Row(y)[i] - after.Page(0).Row(y)[i], 2);
                count++;
            }
        return 10 * Math.Log10(255 * 255 / Math.Max(squares / count, 1e-9));
    }

    private static unsafe byte[] Jpeg(
        byte[] pixels, int width, int height, int quality, bool half, bool better, int restart, bool progressive = false)
    {
        fixed (byte* data = pixels)
        {
            using var raw = VipsImage.Over(data, pixels.Length, width, height, 3);
            using var copy = new VipsOperation("copy");
            using var rgb = copy.With("in", raw).With("interpretation", "srgb").Image();
            using var save = new VipsOperation("jpegsave_buffer");
            save.With("in", rgb).With("Q", quality).With("optimize-coding", better ? "true" : "false")
                .With("subsample-mode", half ? "on" : "off");
            if (progressive) save.With("interlace", "true");
            if (restart > 0) save.With("restart-interval", restart);
            using var output = new MemoryStream();
            save.WriteTo(output);
            return output.ToArray();
        }
    }
}
