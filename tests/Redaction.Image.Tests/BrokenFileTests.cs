using System.Text;
using Xunit;

namespace Redaction.Image.Tests;

public class BrokenFileTests
{
    public static TheoryData<string> All => [.. Pictures.Formats.Select(f => f.Id)];

    private static ImageFormat Format(string id) => ImageFormats.All.Single(f => f.Id == id);

    private static RedactionException Fails(byte[] file, ImageFileOptions? options = null)
    {
        using var output = new MemoryStream();
        var error = Assert.Throws<RedactionException>(() =>
        {
            Pictures.Redactor(new FixedBoxes(new PixelBox(1, 1, 4, 4)), options: options).Redact(new MemoryStream(file), output);
        });
        Assert.Equal(0, output.Length);
        Assert.Null(error.InnerException);
        return error;
    }

    [Theory, MemberData(nameof(All))]
    public void Redact_OfATruncatedFile_FailsAndWritesNothing(string format)
    {
        var file = Pictures.File(Format(format), 200, 150);

        foreach (var part in (double[])[0.3, 0.5, 0.9])
            Assert.Equal(ErrorCodes.Truncated, Fails(file[..(int)(file.Length * part)]).Code);
    }

    [Theory, MemberData(nameof(All))]
    public void Redact_OfAMagicNumberAlone_Fails(string format)
    {
        var error = Fails(Pictures.File(Format(format))[..16]);

        Assert.Contains(error.Code, (string[])[ErrorCodes.Truncated, ErrorCodes.Malformed]);
    }

    [Theory, MemberData(nameof(All))]
    public void Redact_OfGarbageBehindTheHeader_FailsOrGivesAWholeImage(string format)
    {
        for (var seed = 0; seed < Pictures.Rounds(Format(format), 32); seed++)
        {
            var random = new Random(seed);
            var file = Pictures.File(Format(format));
            for (var i = 0; i < 20; i++) file[random.Next(16, file.Length)] = (byte)random.Next(256);
            try
            {
                Pictures.Redact(Pictures.Redactor(new FixedBoxes()), file);
            }
            catch (RedactionException e)
            {
                Assert.True(e.Code is ErrorCodes.Truncated or ErrorCodes.Malformed or ErrorCodes.TooLarge or ErrorCodes.UnsupportedFormat,
                    $"seed {seed}: {e.Code}");
            }
        }
    }

    [Fact]
    public void Redact_OfTextWithAnImageExtension_IsUnsupported() =>
        Assert.Equal(ErrorCodes.UnsupportedFormat, Fails(Encoding.UTF8.GetBytes("not an image, " + Exif.Canary)).Code);

    [Fact]
    public void Redact_OfAnEmptyFile_IsTruncated() => Assert.Equal(ErrorCodes.Truncated, Fails([]).Code);

    [Fact]
    public void Redact_OfADecompressionBomb_FailsOnTheHeaderAlone()
    {
        var file = PngChunks.Claim(Pictures.File(ImageFormats.Png), 60_000, 60_000);
        var before = GC.GetTotalAllocatedBytes();

        Assert.Equal(ErrorCodes.TooLarge, Fails(file).Code);
        Assert.True(GC.GetTotalAllocatedBytes() - before < 20_000_000);
    }

    [Fact]
    public void Redact_OverThePixelLimitInAllFramesTogether_IsTooLarge()
    {
        var file = Pictures.File(ImageFormats.Webp, 100, 100, pages: 3);

        Assert.Equal(ErrorCodes.TooLarge, Fails(file, new() { MaxPixels = 25_000 }).Code);
    }

    [Fact]
    public void Redact_OverTheByteLimit_IsTooLarge() =>
        Assert.Equal(ErrorCodes.TooLarge, Fails(Pictures.File(ImageFormats.Png), new() { MaxBytes = 100 }).Code);

    [Theory, MemberData(nameof(All))]
    public void Sniff_OfAFile_TellsItsFormatWhateverItsName(string format)
    {
        var file = Pictures.File(Format(format));

        Assert.Equal(format, ImageFormats.Sniff(file.AsSpan(0, 16))!.Id);
        Assert.All(Format(format).Extensions, e => Assert.Equal(format, ImageFormats.All.Single(f => f.Extensions.Contains(e)).Id));
    }

    [Fact]
    public void Redact_WithAFailingDetector_WritesNothingAndTellsNothing()
    {
        using var output = new MemoryStream();
        var redactor = Pictures.Redactor(new Failing());

        var error = Assert.Throws<RedactionException>(() => redactor.Redact(new MemoryStream(Pictures.File(ImageFormats.Png)), output));

        Assert.Equal((ErrorCodes.ComponentFailed, 0L), (error.Code, output.Length));
        Assert.DoesNotContain(Exif.Canary, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Redact_WhenCancelled_PassesTheCancellationOn()
    {
        using var output = new MemoryStream();

        Assert.Throws<OperationCanceledException>(() => Pictures.Redactor(new FixedBoxes())
            .Redact(new MemoryStream(Pictures.File(ImageFormats.Png)), output, cancellationToken: new CancellationToken(true)));
        Assert.Equal(0, output.Length);
    }

    private sealed class Failing : IImageDetector
    {
        public DetectorInfo Info { get; } = new("failing", EntityTypes.Face);

        public void Detect(ImageSource source, FindingSink<PixelBox> findings) => throw new InvalidOperationException(Exif.Canary);
    }
}
