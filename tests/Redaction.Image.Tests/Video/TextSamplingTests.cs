using Redaction.TestKit;
using Xunit;

namespace Redaction.Image.Tests;

/// <summary>In which frames written text is read.</summary>
public class TextSamplingTests
{
    private const int Frames = 36;

    [FfmpegTheory]
    [InlineData(0, 4)]  // frames 0, 10, 20, 30
    [InlineData(20, 4)] // the cut is where text would be read anyway
    [InlineData(24, 5)] // 0, 10, 20, 24, 34
    public void Redact_OfAStillPicture_ReadsEveryTenthFrameAndWhereItChanges(int cut, int expected)
    {
        var reader = new CountingReader();
        var clip = Clips.Of((frame, image) => Fill(image, frame < cut ? (byte)60 : (byte)190), Frames);

        var summary = Redact(reader, clip, new() { Memory = 2 });

        Assert.Equal(expected, reader.Reads);
        Assert.Equal(expected, summary.ReadFrames);
        Assert.Equal(Frames, summary.MaskedFrames);
    }

    [FfmpegFact]
    public void Redact_WithAShortMemory_ReadsSoOftenThatMasksReach()
    {
        var reader = new CountingReader();

        var summary = Redact(reader, Clips.Of(static (_, image) => Fill(image, 60), Frames), new() { Memory = 0 });

        Assert.Equal(Frames, summary.ReadFrames);
        Assert.Equal(Frames, summary.MaskedFrames);
    }

    [Fact]
    public void IsChanged_OfNoiseAndASmallPatch_TellsThePatchThatMatters()
    {
        var random = new Random(3);
        var still = new byte[320 * 180 * 3];
        random.NextBytes(still);
        foreach (ref var value in still.AsSpan()) value = (byte)(100 + value % 8);
        var (noisy, patched) = ((byte[])still.Clone(), (byte[])still.Clone());
        foreach (ref var value in noisy.AsSpan()) value = (byte)(value + random.Next(5));
        for (var y = 60; y < 120; y++) patched.AsSpan((y * 320 + 100) * 3, 100 * 3).Fill(20);
        var change = new PictureChange();

        Assert.True(change.IsChanged(new(still, 320, 180, 3), out var isSudden) && isSudden);
        change.Keep();

        Assert.False(change.IsChanged(new(noisy, 320, 180, 3), out isSudden));
        Assert.False(isSudden);
        Assert.True(change.IsChanged(new(patched, 320, 180, 3), out isSudden) && isSudden);
        Assert.True(change.IsChanged(new(patched, 320, 180, 3), out isSudden) && !isSudden); // as the one before, not as it was kept
    }

    [FfmpegFact]
    public void Redact_OfAPictureThatFadesByAndBy_ReadsEveryThirdFrame()
    {
        var reader = new CountingReader();
        var clip = Clips.Of(static (frame, image) => Fill(image, (byte)(30 + 6 * frame)), Frames);

        Assert.Equal(Frames / 3, Redact(reader, clip, new() { Memory = 2 }).ReadFrames); // 18 of 255 in three frames, 6 in one
    }

    private static VideoSummary Redact(CountingReader reader, byte[] clip, VideoOptions options) =>
        new VideoRedactor(Pictures.Painter(new WrittenTextDetector(reader, [], WrittenTextMode.All)), options)
            .Redact(new MemoryStream(clip), VideoFormat.All.Single(static f => f.Id == "mp4"), Stream.Null);

    private static int Fill(PixelBuffer image, byte value)
    {
        for (var y = 0; y < image.Height; y++) image.Row(y).Fill(value);
        return value;
    }

    /// <summary>Reads the same line everywhere, and counts how often it is asked.</summary>
    private sealed class CountingReader : ITextReader
    {
        public string Id => "counting";

        private int _reads;

        public int Reads => _reads;

        public RecoveredText<PixelBox> Read(ImageSource image)
        {
            Interlocked.Increment(ref _reads); // several frames are looked at at once
            return new("line\n", [new(new(0, 4), new PixelBox(8, 8, 40, 12))]);
        }
    }
}
