using System.Text.Json;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Image.Tests;

public class PlateTests(PlateTests.Loaded loaded) : IClassFixture<PlateTests.Loaded>
{
    /// <summary>The model, loaded once.</summary>
    public sealed class Loaded : IDisposable
    {
        internal PlateDetector Detector { get; } = new();

        public void Dispose() => Detector.Dispose();
    }

    [Fact]
    public void Detect_OnAStreet_FindsPlatesOfThreeKinds()
    {
        var findings = Detect(Street());

        foreach (var plate in Plates())
            Assert.True(findings.Any(f => f.Score >= 0.5f && Overlap(f.Region, plate) >= 0.3), $"nothing at {plate}");
        Assert.All(findings, f => Assert.Equal(EntityTypes.LicensePlate, f.Type));
    }

    [Fact]
    public void Redact_OfAStreet_CoversEveryPlateWhole()
    {
        var image = Street();
        var plan = Pictures.Painter(loaded.Detector).Redact(image.Page(0));

        foreach (var plate in Plates())
            Assert.True(plan.Items.Any(i => i.Finding.Region.X <= plate.X && i.Finding.Region.Right >= plate.Right), $"{plate} sticks out");
    }

    [Fact]
    public void Detect_OnEightThreads_FindsTheSameAsOnOne()
    {
        var image = Street();
        var expected = Detect(image);

        var results = new Finding<PixelBox>[8][];
        Parallel.For(0, 8, new() { MaxDegreeOfParallelism = 8 }, i => results[i] = Detect(image));

        Assert.All(results, r => Assert.Equal(expected, r));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(33, 700)]
    [InlineData(1400, 20)]
    public void Detect_OnAnEmptyImageOfAnySize_FindsNothing(int width, int height)
    {
        var pixels = new byte[width * height * 3];
        pixels.AsSpan().Fill(90);

        Assert.DoesNotContain(Detect(new DecodedImage(ImageFormats.Png, pixels, width, height, 3)), f => f.Score >= 0.5f);
    }

    [Theory]
    [InlineData(DetectionQuality.Fast)]
    [InlineData(DetectionQuality.Accurate)]
    public void Views_OfAnyImage_CoverEveryPixelAndLittleMore(DetectionQuality quality)
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var random = new Random(seed);
            int width = random.Next(1, 5000), height = random.Next(1, 5000);
            foreach (var level in PlateViews.Of(width, height, quality).Select(v => v.View).GroupBy(v => v.Step))
            {
                Assert.All(level,
                    v => Assert.True(v.X >= 0 && v.Y >= 0 && v.X + v.Width <= width && v.Y + v.Height <= height,
                        $"seed {seed}: {v} of {width} x {height}"));
                for (var i = 0; i < 50; i++)
                {
                    int x = random.Next(width), y = random.Next(height);
                    Assert.True(level.Any(v => x >= v.X && x < v.X + v.Width && y >= v.Y && y < v.Y + v.Height),
                        $"seed {seed}: {x},{y} of {width} x {height}");
                }
            }
        }
    }

    [Fact]
    public void Views_OfALargeImage_AreCloserWithAccurate()
    {
        Assert.Equal(1.5f, PlateViews.Of(4000, 3000, DetectionQuality.Fast).Min(v => v.View.Step));
        Assert.Equal(1, PlateViews.Of(4000, 3000, DetectionQuality.Accurate).Min(v => v.View.Step));
    }

    [Fact]
    public void Detect_WithAJudge_AsksItAboutWhatIsDoubtful()
    {
        var street = Street();
        var (asked, before) = (new Judging(-3), Detect(street));
        using var detector = new PlateDetector(judge: asked);
        var sink = new FindingSink<PixelBox>();

        detector.Detect(street.Page(0).AsSource(), sink);

        var doubtful = before.Count(static f => f.Score is >= 0.15f and <= 0.9f && f.Region.Height >= 16);
        Assert.True(asked.Count >= Math.Min(doubtful, 8), $"{asked.Count} of {doubtful} are judged");
        Assert.All(sink.Items.ToArray().Where(f => !before.Any(b => b.Region == f.Region && b.Score == f.Score)),
            static f => Assert.True(f.Score < 0.5f));
    }

    [Fact]
    public void Judge_OfAPlateAndOfStripes_TellsThemApart()
    {
        using var judge = new PlateReading(null);
        var street = Street();
        var stripes = new byte[320 * 100 * 3];
        for (var i = 0; i < stripes.Length; i++) stripes[i] = (byte)(i / 3 % 320 / 12 % 2 == 0 ? 230 : 70);
        var plate = Plates().MaxBy(static p => p.Width);

        Assert.Equal(-1, judge.Judge(new ImageSource(stripes, 320, 100, 3), new(20, 20, 300, 80, 0.6f)));
        Assert.True(judge.Judge(street.Page(0).AsSource(), new(plate.X, plate.Y, plate.Right, plate.Bottom, 0.6f)) > -0.6f);
    }

    [Fact]
    public void New_WithAQualityThatIsNot_Throws() =>
        Assert.Throws<ArgumentException>(() => new PlateDetector(quality: (DetectionQuality)7));

    [Fact]
    public void Decode_OfAPlateAtACut_LeavesItToTheNeighbour()
    {
        float[] box = [0, 4, 40, 14];
        var cut = new List<SeenBox>();
        var edge = new List<SeenBox>();

        StrideModel.Decode([0.9f], box, new ModelView(300, 0, 640, 640, 1, CutSides.Left), 0, cut);
        StrideModel.Decode([0.9f], box, new ModelView(0, 0, 1280, 1280, 2, CutSides.Right), 0, edge);

        Assert.Empty(cut);
        Assert.Equal(new SeenBox(0, 8, 80, 28, 0.9f), Assert.Single(edge));
    }

    private sealed class Judging(float judgement) : IPlateJudge
    {
        public string Id => "judging";

        public int Count { get; private set; }

        public float Judge(ImageSource image, in SeenBox plate)
        {
            Count++;
            return judgement;
        }
    }

    private Finding<PixelBox>[] Detect(DecodedImage image)
    {
        var sink = new FindingSink<PixelBox>();
        loaded.Detector.Detect(image.Page(0).AsSource(), sink);
        return sink.Items.ToArray();
    }

    private static DecodedImage Street() =>
        Pictures.Decode(File.ReadAllBytes(Repository.PathOf("tests", "Redaction.Image.Tests", "Plates", "street.jpg")));

    private static PixelBox[] Plates()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("tests", "Redaction.Image.Tests", "Plates", "street.json")));
        return [.. json.RootElement.EnumerateArray()
            .Select(static b => new PixelBox(b[0].GetInt32(), b[1].GetInt32(), b[2].GetInt32(), b[3].GetInt32()))];
    }

    private static double Overlap(PixelBox a, PixelBox b)
    {
        double width = Math.Min(a.Right, b.Right) - Math.Max(a.X, b.X), height = Math.Min(a.Bottom, b.Bottom) - Math.Max(a.Y, b.Y);
        return width <= 0 || height <= 0 ? 0 : width * height / ((double)a.Width * a.Height + (double)b.Width * b.Height - width * height);
    }
}
