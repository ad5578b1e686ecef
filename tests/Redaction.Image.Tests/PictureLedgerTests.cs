using Redaction.TestKit;
using Xunit;

namespace Redaction.Image.Tests;

/// <summary>The ledgers of images and videos.</summary>
public class PictureLedgerTests : LedgerLaws
{
    private const int ClipFrames = 12;

    protected override IEnumerable<string> Formats => [.. Pictures.Formats.Select(static f => f.Id),
        .. VideoFormat.All.Select(static f => f.Id)];

    protected override IEnumerable<LedgerCase> Cases =>
    [
        .. Pictures.Formats.Select(Image),
        .. VideoFormat.All.Select(static format => new LedgerCase(
            format.Id, _ => Clip(format), (input, _, observer) => Redact(format, input, observer), input => Shown(format, input))
        {
            Rounds = Ffmpeg.IsInstalled ? 1 : 0,
            IsChanged = false,
        }),
    ];

    [Theory]
    [InlineData("gif")]
    [InlineData("webp")]
    [InlineData("tiff")]
    public void StoredPages_AreThoseWritten(string id)
    {
        var format = ImageFormats.All.Single(f => f.Id == id);

        foreach (var pages in new[] { 1, 2, 5 }) Assert.Equal(pages, StoredPages.In(format, Pictures.File(format, 48, 32, pages: pages)));
    }

    [FfmpegFact]
    public void Video_EveryThirdFrame_LeavesOutTheOthers()
    {
        var seen = new LedgerObserver();
        var format = VideoFormat.All.Single(static f => f.Id == "mp4");

        new VideoRedactor(Pictures.Painter(new FixedBoxes()), new() { Every = 3 })
            .Redact(new MemoryStream(Clip(format)), format, Stream.Null, observer: seen);

        Assert.Equal((4, 8), (seen.Ledger.Searched, seen.Ledger.Excluded));
    }

    private static LedgerCase Image(ImageFormat format) => new(
        format.Id, random => Pictures.File(format, 48, 32, pages: HasPages(format) ? random.Next(1, 4) : 1, seed: random.Next()),
        Redact, input => Pages(format, input))
    {
        Garbage = ["canary-7f3q-plover", "\0", "acTL", "\u0021\u00FE"],
        Leftovers = format == ImageFormats.Png ? new() { ["animation"] = Animated() } : new Dictionary<string, byte[]>(),
        Rounds = Pictures.Rounds(format, 24),
    };

    private static bool HasPages(ImageFormat format) => format.Id is "gif" or "webp" or "tiff";

    private static byte[] Redact(byte[] file, UnsearchedChoice choice, RedactionObserver observer)
    {
        using var output = new MemoryStream();
        Pictures.Redactor(new FixedBoxes(new PixelBox(4, 4, 8, 8)), options: new() { Unsearched = choice })
            .Redact(new MemoryStream(file), output, observer: observer);
        return output.ToArray();
    }

    private static byte[] Redact(VideoFormat format, byte[] file, RedactionObserver observer)
    {
        using var output = new MemoryStream();
        new VideoRedactor(Pictures.Painter(new FixedBoxes(new PixelBox(4, 4, 8, 8))))
            .Redact(new MemoryStream(file), format, output, observer: observer);
        return output.ToArray();
    }

    private static byte[] Clip(VideoFormat format) => Clips.Of(static (_, _) => 0, ClipFrames, format.Extensions[0]);

    /// <summary>Frames at a constant rate from the beginning of the file. Where a codec's sound begins early, as Windows Media Audio's
    /// does, the first picture stands longer, so that both stay together.</summary>
    private static long Shown(VideoFormat format, byte[] file)
    {
        var shown = Clips.Frames(file, format.Extensions[0]).Length / (Clips.Width * Clips.Height * 3);
        Assert.InRange(shown, ClipFrames, ClipFrames + 1);
        return shown;
    }

    /// <summary>A picture that says to be the first of three.</summary>
    private static byte[] Animated()
    {
        var png = PngChunks.Insert(Pictures.File(ImageFormats.Png, 48, 32), "acTL", [0, 0, 0, 3, 0, 0, 0, 0]);
        return PngChunks.Insert(png, "fcTL", new byte[26]);
    }

    private static long Pages(ImageFormat format, byte[] file) => Math.Max(Pictures.Decode(file).Pages, StoredPages.In(format, file));
}
