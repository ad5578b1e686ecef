using Redaction.Documents.Dicom;
using Redaction.Image;
using Xunit;

namespace Redaction.Documents.Tests.Dicom;

public sealed class ScanPixelsTests
{
    private const int Rows = 8, Columns = 10;
    private static readonly PixelBox s_text = new(2, 1, 4, 3);

    public static TheoryData<string, int, int, bool> Layouts => new()
    {
        { "MONOCHROME2", 1, 8, false },
        { "MONOCHROME1", 1, 8, false },
        { "MONOCHROME2", 1, 16, false },
        { "MONOCHROME2", 1, 32, false },
        { "PALETTE COLOR", 1, 8, false },
        { "RGB", 3, 8, false },
        { "RGB", 3, 8, true },
        { "RGB", 3, 16, false },
        { "YBR_FULL", 3, 8, false },
        { "YBR_FULL_422", 3, 8, false },
    };

    [Theory, MemberData(nameof(Layouts))]
    public void Redact_OfNativeFrames_PaintsTheBoxAndNothingElse(string photometric, int samples, int allocated, bool planar)
    {
        foreach (var syntax in ScanRun.Syntaxes)
        {
            var isHalved = photometric == "YBR_FULL_422";
            var pixels = Noise(Rows * Columns * (isHalved ? 2 : samples * allocated / 8) * 2);
            var scan = new ScanBuilder().AddPixels(Rows, Columns, samples, allocated, photometric, pixels, frames: 2);
            if (samples == 3) scan.Add(0x00280006, (ushort)(planar ? 1 : 0));
            if (allocated == 8) scan.Add(0x7FE00010, Vr.OB, pixels);
            if (photometric == "PALETTE COLOR") AddPalette(scan);
            var seen = 0;

            var written = ScanRun.Redact(scan.File(syntax), reader: p => seen++ % 2 == 0 ? [s_text] : []);

            Assert.Equal(2, seen);
            Assert.Equal("NO", ScanRun.Text(written, 0x00280301));
            var file = DicomFileReader.Read(written);
            var module = PixelModule.Of(file, file.Dataset.Find(0x7FE00010)!)!;
            var after = ScanRun.Bytes(written, 0x7FE00010);
            for (var frame = 0; frame < 2; frame++)
            {
                var old = new FrameSamples(pixels, module, frame * module.FrameBits);
                CheckFrame(module, old, new FrameSamples(after, module, frame * module.FrameBits), isPainted: frame == 0);
            }
        }
    }

    [Theory]
    [InlineData(1, 8)]
    [InlineData(1, 16)]
    [InlineData(3, 8)]
    [InlineData(3, 16)]
    public void Rle_EncodedAndDecoded_IsTheSame(int samples, int allocated)
    {
        var module = PixelModule.Bits(Rows, Columns, 1) with
        {
            Samples = samples,
            Allocated = allocated,
            Stored = allocated,
            HighBit = allocated - 1,
        };
        var frame = Noise(Rows * Columns * samples * allocated / 8);
        frame.AsSpan(20, 40).Fill(7);

        Assert.Equal(frame, RleCodec.Decode(RleCodec.Encode(frame, module), module));
    }

    [Fact]
    public void Redact_OfRleFrames_KeepsTheBytesOfUntouchedOnes()
    {
        var module = PixelModule.Bits(Rows, Columns, 2) with { Samples = 1, Allocated = 8, Stored = 8, HighBit = 7 };
        var frames = (byte[][])[Noise(Rows * Columns), Noise(Rows * Columns)];
        var scan = new ScanBuilder().AddPixels(Rows, Columns, 1, 8, "MONOCHROME2", [], frames: 2)
            .AddFrames([.. frames.Select(f => RleCodec.Encode(f, module))]);
        var seen = 0;

        var written = ScanRun.Redact(scan.File(new(DicomSyntax.Rle, true, false)), reader: p => seen++ == 1 ? [s_text] : []);

        var file = DicomFileReader.Read(written);
        var fragments = file.Dataset.Find(0x7FE00010)!.Fragments!;
        Assert.Equal(RleCodec.Encode(frames[0], module), fragments[1].ToArray());
        var decoded = RleCodec.Decode(fragments[2].Span, module)!;
        CheckFrame(module, new FrameSamples(frames[1], module, 0), new FrameSamples(decoded, module, 0), isPainted: true);
    }

    [Fact]
    public void Redact_OfFramesThatNobodyReads_IsRefusedErasedOrKept()
    {
        var pixels = Noise(Rows * Columns);
        var file = new ScanBuilder().AddPixels(Rows, Columns, 1, 8, "MONOCHROME2", pixels).File(DicomSyntax.ExplicitLittle);

        var failure = Assert.Throws<RedactionException>(() => ScanRun.Redact(file));
        var erased = ScanRun.Redact(file, choice: UnsearchedChoice.Erase);
        var kept = ScanRun.Redact(file, choice: UnsearchedChoice.Keep);

        Assert.Equal(ErrorCodes.Unsearched, failure.Code);
        Assert.True(ScanRun.Bytes(erased, 0x7FE00010).All(static b => b == 0));
        Assert.Equal(pixels, ScanRun.Bytes(kept, 0x7FE00010));
        Assert.Null(ScanRun.Text(kept, 0x00280301));
        Assert.Null(ScanRun.Text(erased, 0x00280301));
    }

    [Fact]
    public void Redact_OfAnOverlay_ClearsWhatIsFoundInIt()
    {
        var overlay = new byte[Rows * Columns / 8];
        overlay.AsSpan().Fill(0xFF);
        var scan = new ScanBuilder().Add(0x60000010, (ushort)Rows).Add(0x60000011, (ushort)Columns).Add(0x60000100, (ushort)1)
            .Add(0x60003000, Vr.OW, overlay).Add(0x60001500, Vr.LO, "mail lark@example.org");

        var written = ScanRun.Redact(scan.File(DicomSyntax.ExplicitLittle), reader: static _ => [s_text]);
        var without = ScanRun.Redact(
            scan.File(DicomSyntax.ExplicitLittle), DicomSettings.Default with { CleanGraphics = false }, reader: static _ => [s_text]);

        var left = ScanRun.Bytes(written, 0x60003000).Sum(static b => int.PopCount(b));
        Assert.Equal(Rows * Columns - s_text.Width * s_text.Height, left);
        Assert.DoesNotContain("example", ScanRun.Text(written, 0x60001500), StringComparison.Ordinal);
        Assert.Null(ScanRun.Text(without, 0x60003000));
    }

    [Fact]
    public void Redact_OfAnOverlayInUnusedBits_ClearsThem()
    {
        var pixels = new byte[Rows * Columns * 2];
        for (var i = 0; i < pixels.Length; i += 2) (pixels[i], pixels[i + 1]) = ((byte)i, (byte)(0x80 | (i & 0x0F)));
        var scan = new ScanBuilder().AddPixels(Rows, Columns, 1, 16, "MONOCHROME2", pixels).Add(0x00280101, (ushort)12)
            .Add(0x00280102, (ushort)11).Add(0x60000010, (ushort)Rows).Add(0x60000011, (ushort)Columns).Add(0x60000102, (ushort)15);

        var written = ScanRun.Redact(scan.File(DicomSyntax.ExplicitLittle), reader: static _ => []);

        var after = ScanRun.Bytes(written, 0x7FE00010);
        for (var i = 0; i < pixels.Length; i += 2) Assert.Equal((pixels[i], (byte)(pixels[i + 1] & 0x0F)), (after[i], after[i + 1]));
        Assert.Null(ScanRun.Text(written, 0x60000010));
    }

    [Fact]
    public void Picture_ThroughAWindow_ShowsWhatItHolds()
    {
        byte[] pixels = [0, 0, 100, 0, 200, 0, 44, 1];
        var scan = new ScanBuilder().AddPixels(1, 4, 1, 16, "MONOCHROME2", pixels).Add(0x00281050, Vr.DS, "150")
            .Add(0x00281051, Vr.DS, "100");
        var seen = new List<byte[]>();

        ScanRun.Redact(scan.File(DicomSyntax.ExplicitLittle), reader: p => { seen.Add(p.Pixels); return []; });

        Assert.Equal([[0, 0, 255, 255], [0, 85, 170, 255]], seen);
    }

    private static void CheckFrame(PixelModule module, in FrameSamples old, in FrameSamples now, bool isPainted)
    {
        var inks = new HashSet<(long, long, long)>();
        for (var y = 0; y < Rows; y++)
        {
            for (var x = 0; x < Columns; x++)
            {
                var isInside = isPainted && s_text.Overlaps(new(x, y, 1, 1));
                if (isInside) inks.Add((now[x, y, 0], module.Samples > 1 ? now[x, y, 1] : 0, module.Samples > 1 ? now[x, y, 2] : 0));
                else
                    for (var s = 0; s < module.Samples; s++) Assert.Equal(old[x, y, s], now[x, y, s]);
            }
        }
        Assert.Equal(isPainted ? 1 : 0, inks.Count);
    }

    private static byte[] Noise(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        return bytes;
    }

    private static void AddPalette(ScanBuilder scan)
    {
        foreach (var table in (uint[])[1, 2, 3])
            scan.Add(0x00281100 + table, 256, 0, 8)
                .Add(0x00281200 + table, Vr.OW, [.. Enumerable.Range(0, 256).Select(static i => (byte)i)]);
    }

    [Fact]
    public void Strokes_OfLetters_AreSeen_AndAnatomyIsNot()
    {
        var random = new Random(7);
        foreach (var height in (int[])[12, 16, 24, 40])
        {
            var anatomy = Anatomy(random);
            Assert.False(StrokeSearch.Shows(new(anatomy, 256, 256, 1)));
            // Rows of uprights, as thick as those of letters of the height are, and as far apart.
            var (stroke, gap) = (Math.Max(1, height / 8), Math.Max(2, height / 4));
            for (var y = 30; y < 30 + height; y++)
                for (var x = 20; x < 20 + 5 * height; x++)
                    if ((x - 20) % (stroke + gap) < stroke) anatomy[y * 256 + x] = 240;
            Assert.True(StrokeSearch.Shows(new(anatomy, 256, 256, 1)), $"{height} pixels");
        }
    }

    [Theory]
    [InlineData(6)]
    [InlineData(12)]
    [InlineData(20)]
    public void Strokes_InNoise_AreNone_AndLettersInItAreSeen(int spread)
    {
        var picture = Noisy(spread);
        Assert.False(StrokeSearch.Shows(new(picture, 256, 256, 1)));

        AddStrokes(picture);
        Assert.True(StrokeSearch.Shows(new(picture, 256, 256, 1)));
    }

    [Theory]
    [InlineData(12, true, 2)]
    [InlineData(12, false, 1)] // nothing like writing in it
    [InlineData(1, true, 1)]   // no noise
    public void Redact_OfANoisyFrame_ShowsItOnceMoreWithoutNoise(int spread, bool hasStrokes, int views)
    {
        var picture = Noisy(spread);
        if (hasStrokes) AddStrokes(picture);
        var seen = new List<FramePicture>();
        var scan = new ScanBuilder().AddPixels(256, 256, 1, 8, "MONOCHROME2", picture).Add(0x7FE00010, Vr.OB, picture);

        ScanRun.Redact(scan.File(DicomSyntax.ExplicitLittle), reader: p => { seen.Add(p); return []; });

        Assert.Equal(views, seen.Count);
        if (views > 1) Assert.True(StrokeSearch.Noise(seen[1]) < StrokeSearch.Noise(seen[0]) / 2);
    }

    private static void AddStrokes(byte[] picture)
    {
        for (var y = 30; y < 54; y++)
            for (var x = 20; x < 140; x++)
                if ((x - 20) % 9 < 3) picture[y * 256 + x] = 250;
    }

    private static byte[] Noisy(int spread)
    {
        var random = new Random(spread);
        var picture = Anatomy(random);
        for (var i = 0; i < picture.Length; i++)
        {
            var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            picture[i] = (byte)Math.Clamp(picture[i] + spread * normal, 0, 255);
        }
        return picture;
    }

    private static byte[] Anatomy(Random random)
    {
        var pixels = new byte[256 * 256];
        for (var y = 0; y < 256; y++)
            for (var x = 0; x < 256; x++)
                pixels[y * 256 + x] = (byte)(Math.Pow((x - 128) / 100.0, 2) + Math.Pow((y - 128) / 80.0, 2) < 1 ? 120 + random.Next(9) : 4);
        return pixels;
    }
}
