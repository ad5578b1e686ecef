using System.Security.Cryptography;
using Redaction.Onnx;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Image.Tests;

public class PluginTests
{
    private static string Here(string file) => Repository.PathOf("tests", "Redaction.Image.Tests", "Plugin", file);

    [Fact]
    public void Detector_OfAUsersOwnModel_RunsInTheRedactor()
    {
        var weights = File.ReadAllBytes(Here("glow.onnx"));
        var manifest = new ModelManifest("acme.screen", "glow.onnx", Convert.ToHexStringLower(SHA256.HashData(weights)), "CC0-1.0",
            "made here", "pixels", "scores");
        using var model = new OnnxModel(manifest, weights);
        var pixels = new byte[64 * 48 * 3];
        for (var y = 16; y < 32; y++) pixels.AsSpan((y * 64 + 32) * 3, 16 * 3).Fill(250);

        var plan = Pictures.Painter(new ScreenDetector(model)).Redact(new PixelBuffer(pixels, 64, 48, 3));

        Assert.True(Assert.Single(plan.Items).Finding.Region.Overlaps(new(32, 16, 16, 16)));
        Assert.All(pixels, p => Assert.Equal(0, p));
    }

    [Fact]
    public void Guide_ShowsTheDetectorAsItIsTested()
    {
        var code = File.ReadAllText(Here("ScreenDetector.cs")).Split("// <docs>\n")[1].Split("// </docs>")[0];

        Assert.Contains(code.TrimEnd(), File.ReadAllText(Repository.PathOf("docs", "images.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void Codec_OfAUsersOwn_TakesThePlaceOfTheBuiltIn()
    {
        using var output = new MemoryStream();
        var redactor =
            new ImageFileRedactor(Pictures.Painter(new FixedBoxes(new PixelBox(1, 1, 2, 2)), "fill", ("padding", "0")), new RawCodec());

        redactor.Redact(new MemoryStream([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Enumerable.Repeat((byte)9, 48)]), output);

        Assert.Equal(4 * 3, output.ToArray().Count(static b => b == 0));
        Assert.Equal(48, output.Length);
    }

    /// <summary>Eight bytes of a signature, then 4 by 4 pixels.</summary>
    private sealed class RawCodec : IImageCodec
    {
        public string Id => "acme.raw";

        public DecodedImage Decode(ReadOnlyMemory<byte> file, ImageFormat format, ImageFileOptions options) =>
            new(format, file[8..].ToArray(), 4, 4, 3);

        public void Encode(DecodedImage image, Stream output, ImageFileOptions options)
        {
            for (var y = 0; y < image.Height; y++) output.Write(image.Page(0).Row(y));
        }

        public byte[] Thumbnail(DecodedImage image, int longerSide) => [];
    }
}
