using System.Text;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Image.Tests;

/// <summary>With the ffmpeg that is installed; without one these tests say that they did not run.</summary>
public class VideoTests
{
    private const int Frames = 24, Side = 24;

    [FfmpegFact]
    public void Redact_WhereTheDetectorMissesFrames_TheMaskDoesNotBlink()
    {
        var clip = Clips.Of(DrawMarker, Frames);
        Assert.All(RedIn(clip), red => Assert.True(red > Side * Side / 2));

        var output = Redact(new FlickeringDetector(new MarkerDetector(), 0, 1, 5, 9, 10, 11, 16, 22, 23), clip);

        Assert.All(RedIn(output), red => Assert.Equal(0, red));
    }

    [FfmpegFact]
    public void Redact_EveryThirdFrame_CoversThoseBetween()
    {
        var looks = new FlickeringDetector(new MarkerDetector());

        var output = Redact(looks, Clips.Of(DrawMarker, Frames), new() { Every = 3 });

        Assert.Equal(Frames / 3, looks.Calls);
        Assert.All(RedIn(output), red => Assert.Equal(0, red));
    }

    [FfmpegFact]
    public void Redact_WithoutMemory_WouldBlink()
    {
        var output =
            Redact(new FlickeringDetector(new MarkerDetector(), 9, 10, 11, 12, 13), Clips.Of(DrawMarker, Frames), new() { Memory = 0 });

        Assert.Contains(RedIn(output), red => red > Side * Side / 2);
    }

    [FfmpegFact]
    public void Redact_AFaceThatMoves_IsCoveredInEveryFrame()
    {
        using var faces = new FaceDetector();
        var photo = Pictures.Decode(File.ReadAllBytes(Path.Combine(Repository.Root, "samples", "photos", "astronaut.jpg")));
        var small = Shrink(photo, 160);
        var sink = new FindingSink<PixelBox>();
        faces.Detect(new(small, 160, 160, 3), sink);
        var face = Assert.Single(sink.Items.ToArray(), f => f.Score > 0.5f).Region;

        var output = Redact(new FlickeringDetector(faces, 0, 4, 7, 8, 15),
            Clips.Of((frame, image) => Paste(image, small, 160, 10 + frame * 7, 16), 16));

        var pixels = Clips.Frames(output);
        for (var frame = 0; frame < 16; frame++)
        {
            var image = new ImageSource(pixels.AsSpan(frame * Clips.Width * Clips.Height * 3, Clips.Width * Clips.Height * 3), Clips.Width,
                Clips.Height, 3);
            for (var y = face.Y; y < face.Bottom; y++)
                Assert.True(image.Row(16 + y).Slice((10 + frame * 7 + face.X) * 3, face.Width * 3).ToArray().Max() < 24);
        }
    }

    [FfmpegFact]
    public void Redact_OutsideTheMasks_TheFramesStayAsTheyWere()
    {
        var clip = Clips.Of(DrawMarker, Frames);
        var (before, after) = (Clips.Frames(clip), Clips.Frames(Redact(new FixedBoxes(new PixelBox(0, 0, 40, 40)), clip)));

        Assert.Equal(before.Length, after.Length);
        double sum = 0;
        long count = 0;
        for (var i = 0; i < before.Length; i++)
        {
            if (i / (Clips.Width * 3) % Clips.Height < 64) continue;
            sum += Math.Pow(before[i] - after[i], 2);
            count++;
        }
        Assert.True(10 * Math.Log10(255 * 255 / (sum / count)) > 40);
    }

    [FfmpegFact]
    public void Redact_DropsTagsAndSound_UnlessThePolicyKeepsTheSound()
    {
        var clip = Clips.Of(DrawMarker, Frames);
        Assert.Contains("plover", Encoding.Latin1.GetString(clip), StringComparison.Ordinal);

        var (without, with) = (Redact(new MarkerDetector(), clip), Redact(new MarkerDetector(), clip, new() { Audio = VideoAudio.Keep }));

        foreach (var output in (byte[][])[without, with])
        {
            Assert.DoesNotContain("plover", Encoding.Latin1.GetString(output), StringComparison.Ordinal);
            Assert.DoesNotContain("+48.1", Encoding.Latin1.GetString(output), StringComparison.Ordinal);
        }
        Assert.False(Clips.HasSound(without));
        Assert.True(Clips.HasSound(with));
    }

    [FfmpegFact]
    public void Redact_WithTheSound_WritesWhatTheCallerMadeOfIt()
    {
        foreach (var extension in (string[])[".mp4", ".webm"])
        {
            var clip = Clips.Of(DrawMarker, Frames, extension);
            Assert.Contains(Clips.Sound(clip, extension), static s => Math.Abs((int)s) > 1000);
            using var output = new MemoryStream();

            Redactor(new MarkerDetector(), new() { Audio = VideoAudio.Redact })
                .Redact(new MemoryStream(clip), VideoFormat.All.Single(f => f.Extensions.Contains(extension)), output, sound: Silence);

            var heard = Clips.Sound(output.ToArray(), extension);
            Assert.InRange(heard.Length / 8000.0, (Frames / (double)Clips.FramesPerSecond) - 0.1,
                (Frames / (double)Clips.FramesPerSecond) + 0.2);
            Assert.All(heard[200..], static s => Assert.InRange(s, -40, 40)); // the first milliseconds carry what is left of the header
        }

        static void Silence(Stream wav, Stream redacted)
        {
            var bytes = new byte[wav.Length];
            wav.ReadExactly(bytes);
            bytes.AsSpan(128).Clear(); // behind the header
            redacted.Write(bytes);
        }
    }

    [FfmpegFact]
    public void Redact_WithTheSoundButNoWayTo_ReleasesNothing()
    {
        using var output = new MemoryStream();

        var error = Assert.Throws<RedactionException>(() => Redactor(new MarkerDetector(), new() { Audio = VideoAudio.Redact })
            .Redact(new MemoryStream(Clips.Of(DrawMarker, 4)), VideoFormat.All.Single(f => f.Extensions.Contains(".mp4")), output));

        Assert.Equal((ErrorCodes.NoTranscript, 0), (error.Code, output.Length));
    }

    [FfmpegFact]
    public void Redact_ASilentVideoWithTheSound_NeedsNoWayTo()
    {
        var silent = Redact(new MarkerDetector(), Clips.Of(DrawMarker, 4));

        Assert.False(Clips.HasSound(Redact(new MarkerDetector(), silent, new() { Audio = VideoAudio.Redact })));
    }

    [FfmpegFact]
    public void Redact_Twice_GivesTheSameBytes()
    {
        var clip = Clips.Of(DrawMarker, Frames);

        Assert.Equal(Redact(new MarkerDetector(), clip), Redact(new MarkerDetector(), clip));
    }

    [FfmpegFact]
    public void Redact_Webm_IsMasked()
    {
        var output = Redact(new MarkerDetector(), Clips.Of(DrawMarker, 8, ".webm"), format: ".webm");

        Assert.All(RedIn(output, ".webm"), red => Assert.Equal(0, red));
    }

    [FfmpegFact]
    public void Redact_TellsTheTracksOnce()
    {
        var observer = new Tracks();

        Redact(new FlickeringDetector(new MarkerDetector(), 6, 7), Clips.Of(DrawMarker, Frames), observer: observer);

        var track = Assert.Single(observer.Seen);
        Assert.Equal((0, Frames - 1), (track.First, track.Last));
    }

    [FfmpegFact]
    public void Redact_BrokenOrCutOff_ReleasesNothing()
    {
        var clip = Clips.Of(DrawMarker, Frames);
        foreach (var broken in (byte[][])[clip[..(clip.Length / 2)], [.. clip[..64], .. new byte[256]], []])
        {
            using var output = new MemoryStream();
            var error = Assert.Throws<RedactionException>(
                () => Redactor(new MarkerDetector(), new())
                    .Redact(new MemoryStream(broken), VideoFormat.All.Single(f => f.Extensions.Contains(".mp4")), output));
            Assert.Equal((ErrorCodes.Malformed, 0), (error.Code, output.Length));
        }
    }

    [FfmpegFact]
    public void Redact_MoreFramesThanFit_Refuses()
    {
        var error = Assert.Throws<RedactionException>(
            () => Redact(new MarkerDetector(), Clips.Of(DrawMarker, 4), new() { MaxWindowBytes = 500_000 }));

        Assert.Equal(ErrorCodes.TooLarge, error.Code);
    }

    [FfmpegFact]
    public void Redact_WhenSomethingIsStillFound_ReleasesNothing()
    {
        var clip = Clips.Of(DrawMarker, Frames);

        var error = Assert.Throws<RedactionException>(
            () => Redact(new FlickeringDetector(new MarkerDetector(), [.. Enumerable.Range(0, Frames)]), clip,
                new() { Residue = ResidueCheck.Fail }));

        Assert.Equal(ErrorCodes.Residue, error.Code);
        Assert.NotEmpty(Redact(new MarkerDetector(), clip, new() { Residue = ResidueCheck.Fail }));
    }

    [Fact]
    public void Find_WithoutFfmpeg_IsAMissingDependency()
    {
        using var empty = new TemporaryFolder();

        var error = Assert.Throws<RedactionException>(() => FfmpegProgram.Find("Videos need ffmpeg on the path.", empty.Root));

        Assert.Equal(ErrorCodes.MissingDependency, error.Code);
    }

    private static VideoRedactor Redactor(IImageDetector detector, VideoOptions options) => new(Pictures.Painter(detector), options);

    private static byte[] Redact(IImageDetector detector, byte[] clip, VideoOptions? options = null, string format = ".mp4",
        RedactionObserver? observer = null)
    {
        using var output = new MemoryStream();
        var summary = Redactor(detector, options ?? new())
            .Redact(new MemoryStream(clip), VideoFormat.All.Single(f => f.Extensions.Contains(format)), output, observer: observer);
        Assert.Equal((Clips.Width, Clips.Height), (summary.Width, summary.Height));
        return output.ToArray();
    }

    /// <summary>A red square that crosses the canvas.</summary>
    private static int DrawMarker(int frame, PixelBuffer image)
    {
        var x = 8 + frame * 11;
        for (var y = 70; y < 70 + Side; y++)
            for (var i = 0; i < Side; i++) new byte[] { 230, 20, 20 }.CopyTo(image.Row(y)[((x + i) * 3)..]);
        return x;
    }

    private static int Paste(PixelBuffer image, byte[] pixels, int side, int left, int top)
    {
        for (var y = 0; y < side; y++) pixels.AsSpan(y * side * 3, side * 3).CopyTo(image.Row(top + y)[(left * 3)..]);
        return left;
    }

    private static byte[] Shrink(DecodedImage image, int side)
    {
        var page = image.Page(0);
        var (step, pixels) = (image.Width / side, new byte[side * side * 3]);
        for (var y = 0; y < side; y++)
            for (var x = 0; x < side; x++)
                for (var c = 0; c < 3; c++)
                {
                    var sum = 0;
                    for (var i = 0; i < step * step; i++) sum += page.Row(y * step + i / step)[(x * step + i % step) * page.Channels + c];
                    pixels[(y * side + x) * 3 + c] = (byte)(sum / (step * step));
                }
        return pixels;
    }

    /// <summary>Red pixels of each frame.</summary>
    private static int[] RedIn(byte[] clip, string extension = ".mp4")
    {
        var frames = Clips.Frames(clip, extension);
        var size = Clips.Width * Clips.Height * 3;
        return [.. Enumerable.Range(0, frames.Length / size)
            .Select(f => MarkerDetector.Count(new ImageSource(frames.AsSpan(f * size, size), Clips.Width, Clips.Height, 3)).Count)];
    }

    private sealed class Tracks : RedactionObserver
    {
        public List<TrackRegion> Seen { get; } = [];

        public override void OnPlan<TRegion>(in DocumentPlace place, RedactionPlan<TRegion> plan, ReadOnlySpan<char> text) =>
            Seen.AddRange(plan.Items.Select(i => (TrackRegion)(object)i.Finding.Region));
    }
}
