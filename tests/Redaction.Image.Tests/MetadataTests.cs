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
        byte[] body = chunk == "eXIf" ? Exif.Tiff(1) : chunk == "tEXt" ? [.. "Author\0"u8, .. Encoding.ASCII.GetBytes(Exif.Canary)]
            : [7, 230, 1, 2, 3, 4, 5];
        var file = PngChunks.Insert(Pictures.File(ImageFormats.All.Single(f => f.Id == format)), chunk, body);

        var summary = Summary(file, out var output);

        Assert.Equal(kinds.Split(' '), summary.MetadataDropped.ToArray());
        Assert.Equal(-1, output.AsSpan().IndexOf(Encoding.ASCII.GetBytes(chunk)));
    }

    [Theory]
    [InlineData("thumbnail and maker note", "jpeg", "exif thumbnail")]
    [InlineData("comment extension", "gif", "comment")]
    [InlineData("xmp extension", "gif", "xmp")]
    [InlineData("exif chunk", "webp", "exif gps")]
    [InlineData("xmp chunk", "webp", "xmp")]
    [InlineData("international text", "png", "xmp")]
    [InlineData("unknown segment", "jpeg", "application-data")]
    public void Redact_OfHiddenPlaces_NamesThemAndLeavesNoByte(string place, string format, string kinds)
    {
        var canary = Encoding.ASCII.GetBytes(Exif.Canary);
        var file = Hidden(place, Pictures.File(ImageFormats.All.Single(f => f.Id == format)), canary);
        Assert.True(file.AsSpan().IndexOf(canary) > 0);

        var summary = Summary(file, out var output);

        Assert.Equal(-1, output.AsSpan().IndexOf(canary));
        foreach (var kind in kinds.Split(' ')) Assert.Contains(kind, summary.MetadataDropped);
    }

    private static byte[] Hidden(string place, byte[] file, byte[] canary) => place switch
    {
        "thumbnail and maker note" => [0xFF, 0xD8, .. Segment(0xE1, [.. "Exif\0\0"u8, .. TwoDirectories(canary)]), .. file.AsSpan(2)],
        "unknown segment" => [0xFF, 0xD8, .. Segment(0xE5, canary), .. file.AsSpan(2)],
        "comment extension" => Gif(file, [0x21, 0xFE, (byte)canary.Length, .. canary, 0]),
        "xmp extension" => Gif(file, [0x21, 0xFF, 11, .. "XMP DataXMP"u8, (byte)canary.Length, .. canary, 0]),
        "exif chunk" => Webp(file, "EXIF", Exif.Tiff(1)),
        "xmp chunk" => Webp(file, "XMP ", canary),
        _ => PngChunks.Insert(file, "iTXt", [.. "XML:com.adobe.xmp\0\0\0\0\0"u8, .. canary]),
    };

    private static byte[] Segment(byte marker, byte[] body) =>
        [0xFF, marker, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2), .. body];

    /// <summary>Little-endian: a directory with a maker note, then one of a thumbnail; both hold the text.</summary>
    private static byte[] TwoDirectories(byte[] text) =>
    [
        .. "II*\0"u8, 8, 0, 0, 0,
        1, 0, 0x7C, 0x92, 7, 0, (byte)text.Length, 0, 0, 0, 56, 0, 0, 0, 26, 0, 0, 0,
        2, 0, 0x01, 0x02, 4, 0, 1, 0, 0, 0, 56, 0, 0, 0, 0x02, 0x02, 4, 0, 1, 0, 0, 0, (byte)text.Length, 0, 0, 0, 0, 0, 0, 0,
        .. text, .. text,
    ];

    /// <summary>Before the first block after the palette.</summary>
    private static byte[] Gif(byte[] file, byte[] extension)
    {
        var at = 13 + ((file[10] & 0x80) != 0 ? 3 << ((file[10] & 7) + 1) : 0);
        return [.. "GIF89a"u8, .. file.AsSpan(6..at), .. extension, .. file.AsSpan(at)];
    }

    /// <summary>At the end, in a file of the extended kind.</summary>
    private static byte[] Webp(byte[] file, string type, byte[] body)
    {
        byte[] extended = file.AsSpan(12, 4).SequenceEqual("VP8X"u8) ? [] : [.. "VP8X"u8, 10, 0, 0, 0, 0, 0, 0, 0, 95, 0, 0, 63, 0, 0];
        byte[] chunks = [.. extended, .. file.AsSpan(12), .. Encoding.ASCII.GetBytes(type), (byte)body.Length, 0, 0, 0, .. body,
            .. new byte[body.Length & 1]];
        chunks[8] |= (byte)(type == "EXIF" ? 0x08 : 0x04);
        return [.. "RIFF"u8, .. BitConverter.GetBytes(chunks.Length + 4), .. "WEBP"u8, .. chunks];
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
        Assert.Contains("icc",
            Assert.Throws<ArgumentException>(() => Pictures.Redactor(new FixedBoxes(), options: new() { Keep = ["gps"] })).Message,
            StringComparison.Ordinal);

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
