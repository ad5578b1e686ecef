using System.Diagnostics;
using System.Text;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Image.Tests;

/// <summary>HEIC, which libheif's programs read and write.</summary>
public sealed class HeicTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [HeifFact]
    public void Redact_OfAPicture_PaintsItAndLeavesTheRest()
    {
        var file = Heic(Pictures.File(ImageFormats.Png, 128, 96), ".png");
        using var output = new MemoryStream();

        var summary = Pictures.Redactor(new FixedBoxes(new PixelBox(40, 30, 30, 30))).Redact(new MemoryStream(file), output);

        Assert.Equal(("heic", 128, 96), (summary.Format, summary.Width, summary.Height));
        Assert.Same(ImageFormats.Heic, ImageFormats.Sniff(output.ToArray()));
        var (before, after) = (Pictures.Decode(file), Pictures.Decode(output.ToArray()));
        Assert.True(after.Page(0).Row(45)[55 * after.Channels] < 16);
        double off = 0;
        for (var x = 0; x < 128; x++)
            off += Math.Abs(before.Page(0).Row(5)[x * before.Channels + 1] - after.Page(0).Row(5)[x * after.Channels + 1]);
        Assert.True(off / 128 < 6, $"off by {off / 128}");
    }

    [HeifFact]
    public void Redact_OfThePictureOfACamera_NamesItsMetadataAndLeavesNone()
    {
        var file = Heic(Exif.Into(Pictures.File(ImageFormats.Jpeg), orientation: 1), ".jpg");
        var canary = Encoding.ASCII.GetBytes(Exif.Canary);
        Assert.True(file.AsSpan().IndexOf(canary) > 0);
        using var output = new MemoryStream();

        var summary = Pictures.Redactor(new FixedBoxes(new PixelBox(10, 10, 20, 20))).Redact(new MemoryStream(file), output);

        Assert.Contains("exif", summary.MetadataDropped);
        Assert.Equal(-1, output.ToArray().AsSpan().IndexOf(canary));
        Assert.Equal(-1, output.ToArray().AsSpan().IndexOf("Exif"u8));
    }

    [HeifFact]
    public void Encode_Twice_GivesTheSameBytes()
    {
        var image = new DecodedImage(ImageFormats.Heic, Pictures.Noise(64, 64, 3, 1), 64, 64, 3);

        Assert.Equal(Pictures.Encode(image), Pictures.Encode(image));
    }

    [HeifFact]
    public void Redact_OfACutOffPicture_IsRefusedAsCutOff()
    {
        var file = Heic(Pictures.File(ImageFormats.Png, 128, 96), ".png");

        var refused = Assert.Throws<RedactionException>(
            () => Pictures.Redactor(new FixedBoxes()).Redact(new MemoryStream(file[..(file.Length / 2)]), Stream.Null));

        Assert.Equal(ErrorCodes.Truncated, refused.Code);
    }

    [Fact]
    public void Sniff_OfItsBrands_IsHeicAndThatOfAvifIsNot()
    {
        foreach (var brand in (string[])["heic", "heix", "mif1"])
            Assert.Same(ImageFormats.Heic, ImageFormats.Sniff([0, 0, 0, 24, .. "ftyp"u8, .. Encoding.ASCII.GetBytes(brand), 0, 0, 0, 0]));
        Assert.Same(ImageFormats.Avif, ImageFormats.Sniff([0, 0, 0, 24, .. "ftypavif"u8, 0, 0, 0, 0]));
        Assert.Null(ImageFormats.Sniff([0, 0, 0, 24, .. "ftypisom"u8, 0, 0, 0, 0]));
    }

    /// <summary>The picture as heif-enc writes it.</summary>
    private byte[] Heic(byte[] picture, string extension)
    {
        string from = _folder.PathOf("picture" + extension), to = _folder.PathOf("picture.heic");
        File.WriteAllBytes(from, picture);
        using var process = Process.Start(new ProcessStartInfo("heif-enc", [from, "-o", to]) { RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return File.ReadAllBytes(to);
    }
}
