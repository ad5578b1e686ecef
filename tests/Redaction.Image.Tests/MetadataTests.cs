using System.Text;
using MetadataExtractor;
using MetadataExtractor.Formats.Exif;
using MetadataExtractor.Formats.Iptc;
using MetadataExtractor.Formats.Jpeg;
using MetadataExtractor.Formats.Xmp;
using Xunit;

namespace Redaction.Image.Tests;

public class MetadataTests
{
    private static ImageFileSummary Summary(byte[] file, out byte[] output, ImageFileOptions? options = null)
    {
        using var stream = new MemoryStream();
        var summary = Pictures.Redactor(new FixedBoxes(), options: options).Redact(new MemoryStream(file), stream);
        output = stream.ToArray();
        return summary;
    }

    [Fact]
    public void Redact_OfAJpegWithEverything_LeavesNoMetadata()
    {
        var file = Exif.Into(Pictures.File(ImageFormats.Jpeg));
        var there = ImageMetadataReader.ReadMetadata(new MemoryStream(file));
        Assert.NotEmpty(there.OfType<GpsDirectory>());
        Assert.NotEmpty(there.OfType<XmpDirectory>());
        Assert.NotEmpty(there.OfType<IptcDirectory>());
        Assert.NotEmpty(there.OfType<JpegCommentDirectory>());

        var summary = Summary(file, out var output);

        var left = ImageMetadataReader.ReadMetadata(new MemoryStream(output));
        Assert.DoesNotContain(left, d => d is ExifDirectoryBase or GpsDirectory or XmpDirectory or IptcDirectory or JpegCommentDirectory);
        Assert.Equal(-1, output.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Exif.Canary)));
        Assert.Equal(["comment", "exif", "gps", "iptc", "xmp"], summary.MetadataDropped.ToArray());
    }

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5), InlineData(6), InlineData(7), InlineData(8)]
    public void Redact_OfAnOrientedJpeg_ComesOutUpright(ushort orientation)
    {
        var stored = Pictures.File(ImageFormats.Jpeg);
        var plain = Pictures.Decode(stored);

        var summary = Summary(Exif.Into(stored, orientation), out var output);

        var upright = Pictures.Decode(output);
        Assert.Equal(orientation >= 5 ? (64, 96) : (96, 64), (summary.Width, summary.Height));
        Assert.Equal((summary.Width, summary.Height), (upright.Width, upright.Height));
        // Where the stored top left corner goes, by the table of EXIF 2.3, section 4.6.4.
        var (x, y) = orientation switch
        {
            1 or 5 => (0, 0),
            2 or 6 => (upright.Width - 1, 0),
            3 or 7 => (upright.Width - 1, upright.Height - 1),
            _ => (0, upright.Height - 1),
        };
        Assert.InRange(upright.Page(0).Row(y)[x * 3], plain.Page(0).Row(0)[0] - 12, plain.Page(0).Row(0)[0] + 12);
    }

    [Fact]
    public void Redact_OfASixOrientedJpeg_PaintsInUprightCoordinates()
    {
        var file = Exif.Into(Pictures.File(ImageFormats.Jpeg), orientation: 6);
        using var output = new MemoryStream();

        Pictures.Redactor(new FixedBoxes(new PixelBox(20, 60, 20, 20))).Redact(new MemoryStream(file), output);

        Assert.True(Pictures.Decode(output.ToArray()).Page(0).Row(70)[30 * 3] < 8);
    }

    [Theory]
    [InlineData("png", "eXIf", "exif gps")]
    [InlineData("png", "tEXt", "comment")]
    [InlineData("png", "tIME", "time")]
    public void Redact_OfAPngWithAChunk_NamesAndDropsIt(string format, string chunk, string kinds)
    {
        byte[] body = chunk == "eXIf" ? Exif.Tiff(1) : chunk == "tEXt" ? [.. "Author\0"u8, .. Encoding.ASCII.GetBytes(Exif.Canary)] : [7, 230, 1, 2, 3, 4, 5];
        var file = PngChunks.Insert(Pictures.File(ImageFormats.All.Single(f => f.Id == format)), chunk, body);

        var summary = Summary(file, out var output);

        Assert.Equal(kinds.Split(' '), summary.MetadataDropped.ToArray());
        Assert.Equal(-1, output.AsSpan().IndexOf(Encoding.ASCII.GetBytes(chunk)));
    }

    [Fact]
    public void Redact_KeepingTheProfile_LeavesPixelsAndProfile()
    {
        var pixels = Pictures.Noise(40, 30, 3, 2);
        var profile = WideProfile();
        var file = Pictures.Encode(new(ImageFormats.Png, pixels, 40, 30, 3) { ColorProfile = [.. profile] });

        Assert.Equal(["icc"], Summary(file, out var converted).MetadataDropped.ToArray());
        Assert.Empty(Summary(file, out var kept, new() { Keep = ["icc"] }).MetadataDropped);

        Assert.NotEqual(pixels, Pictures.Decode(converted).Pixels);
        var again = Pictures.Codec.Decode(kept, ImageFormats.Png, new() { Keep = ["icc"] });
        Assert.Equal(pixels, again.Pixels);
        Assert.Equal(profile, again.ColorProfile.ToArray());
    }

    [Fact]
    public void Options_WithAKindThatCannotBeKept_Throw() =>
        Assert.Contains("icc", Assert.Throws<ArgumentException>(() => Pictures.Redactor(new FixedBoxes(), options: new() { Keep = ["gps"] })).Message, StringComparison.Ordinal);

    /// <summary>A profile that differs from sRGB: libvips' own Display P3, taken from a file it writes.</summary>
    private static unsafe byte[] WideProfile()
    {
        var pixels = Pictures.Noise(8, 8, 3, 1);
        fixed (byte* data = pixels)
        {
            using var raw = VipsImage.Over(data, pixels.Length, 8, 8, 3);
            using var copy = new VipsOperation("copy");
            using var rgb = copy.With("in", raw).With("interpretation", "srgb").Image();
            using var transform = new VipsOperation("icc_transform");
            using var wide = transform.With("in", rgb).With("input-profile", "srgb").With("output-profile", "p3").Image();
            return wide.Blob("icc-profile-data").ToArray();
        }
    }
}
