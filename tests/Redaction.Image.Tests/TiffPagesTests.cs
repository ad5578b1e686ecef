using Xunit;

namespace Redaction.Image.Tests;

/// <summary>TIFF files whose pages differ.</summary>
public class TiffPagesTests
{
    [Fact]
    public void Pages_OfDifferentSizeAndKind_ComeBackAsTheyWere()
    {
        var pages = Differing();

        var read = Pictures.Decode(Pictures.Encode(Joined(pages)));

        Assert.Equal(pages.Length, read.Pages);
        for (var i = 0; i < pages.Length; i++)
        {
            var was = pages[i].Page(0);
            var now = read.Page(i);
            Assert.Equal((was.Width, was.Height, was.Channels), (now.Width, now.Height, now.Channels));
            for (var y = 0; y < was.Height; y++) Assert.True(was.Row(y).SequenceEqual(now.Row(y)), $"page {i}, row {y}");
        }
    }

    [Fact]
    public void Pages_OfDifferentSize_AreEachPainted()
    {
        var box = new PixelBox(4, 6, 8, 8);
        var pages = Differing();

        var file = Pictures.Redact(Pictures.Redactor(new FixedBoxes(box)), Pictures.Encode(Joined(pages)));

        var read = Pictures.Decode(file);
        for (var i = 0; i < pages.Length; i++)
        {
            Assert.Equal(new byte[3], read.Page(i).Row(10).Slice(6 * read.Page(i).Channels, 3).ToArray());
            Assert.True(pages[i].Page(0).Row(30).SequenceEqual(read.Page(i).Row(30)));
        }
        Assert.Equal(pages.Length, StoredPages.In(ImageFormats.Tiff, file));
    }

    [Theory]
    [InlineData(0f, 1f, 0, 255)]
    [InlineData(0f, 200f, 0, 200)]
    [InlineData(-3f, 5000f, 0, 255)]
    public void FloatingPoint_IsSeenFromDarkToBright(float low, float high, int darkest, int brightest)
    {
        var row = Pictures.Decode(FloatingPoint(low, high)).Page(0).Row(0).ToArray();

        Assert.Equal((darkest, brightest), (row.Min(), row.Max()));
    }

    /// <summary>A grey ramp of 64 x 16 (TIFF 6.0, section 19: SampleFormat 3).</summary>
    private static byte[] FloatingPoint(float low, float high)
    {
        const int width = 64, height = 16;
        (int Tag, int Value)[] tags = [(256, width), (257, height), (258, 32), (259, 1), (262, 1), (273, 0), (277, 1), (278, height),
            (279, width * height * 4), (339, 3)];
        using var file = new MemoryStream();
        using var writer = new BinaryWriter(file);
        writer.Write("II*\0"u8);
        writer.Write(8);
        writer.Write((short)tags.Length);
        foreach (var (tag, value) in tags)
        {
            writer.Write((short)tag);
            writer.Write((short)4);
            writer.Write(1);
            writer.Write(tag == 273 ? 8 + 2 + tags.Length * 12 + 4 : value);
        }
        writer.Write(0);
        for (var i = 0; i < width * height; i++) writer.Write(low + (high - low) * (i % width) / (width - 1));
        return file.ToArray();
    }

    private static DecodedImage[] Differing() =>
    [
        Page(96, 64, 3, 1), Page(64, 96, 3, 2), Page(700, 900, 3, 3), Page(33, 31, 4, 4), Page(96, 64, 3, 5),
    ];

    private static DecodedImage Page(int width, int height, int channels, int seed) =>
        new(ImageFormats.Tiff, Pictures.Noise(width, height, channels, seed), width, height, channels) { Lossless = true };

    private static DecodedImage Joined(DecodedImage[] pages) =>
        new(ImageFormats.Tiff, pages[0].Pixels, pages[0].Width, pages[0].Height, pages[0].Channels) { Further = [.. pages[1..]] };
}
