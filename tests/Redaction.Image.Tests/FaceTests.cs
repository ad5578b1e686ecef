using Redaction.Onnx;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Image.Tests;

public class FaceTests(FaceTests.Loaded loaded) : IClassFixture<FaceTests.Loaded>
{
    /// <summary>The model, loaded once.</summary>
    public sealed class Loaded : IDisposable
    {
        internal FaceDetector Detector { get; } = new();

        public void Dispose() => Detector.Dispose();
    }

    // File and the middles of the faces in it, read off by eye.
    public static TheoryData<string, int[]> Photos => new()
    {
        { "astronaut.jpg", [225, 115] },
        { "crew.jpg", [145, 195, 290, 105, 438, 200] },
        { "person-with-dog.jpg", [200, 185] },
    };

    [Theory, MemberData(nameof(Photos))]
    public void Detect_OnAPhotograph_FindsEveryFace(string photo, int[] middles)
    {
        var image = Pictures.Decode(System.IO.File.ReadAllBytes(Repository.PathOf("samples", "photos", photo)));

        var findings = Detect(image);

        for (var i = 0; i < middles.Length; i += 2)
        {
            var middle = new PixelBox(middles[i], middles[i + 1], 1, 1);
            Assert.True(findings.Any(f => f.Score >= 0.5f && f.Region.Overlaps(middle) && f.Region.Width is > 30 and < 200),
                $"no face at {middle.X},{middle.Y}");
        }
    }

    [Fact]
    public void Redact_OfAPhotograph_LeavesNoFaceToFind()
    {
        var file = System.IO.File.ReadAllBytes(Repository.PathOf("samples", "photos", "crew.jpg"));

        var redacted = Pictures.Redact(Pictures.Redactor(loaded.Detector), file);

        Assert.DoesNotContain(Detect(Pictures.Decode(redacted)), f => f.Score >= 0.5f);
    }

    [Fact]
    public void Detect_OnEightThreads_FindsTheSameAsOnOne()
    {
        var image = Pictures.Decode(System.IO.File.ReadAllBytes(Repository.PathOf("samples", "photos", "crew.jpg")));
        var expected = Detect(image);

        var results = new Finding<PixelBox>[8][];
        Parallel.For(0, 8, new() { MaxDegreeOfParallelism = 8 }, i => results[i] = Detect(image));

        Assert.All(results, r => Assert.Equal(expected, r));
    }

    [Theory]
    [InlineData(64, 64)]     // smaller than the model's view
    [InlineData(513, 40)]    // flat
    [InlineData(40, 700)]    // tall
    [InlineData(1, 1)]       // a single pixel
    public void Detect_OnAnEmptyImageOfAnySize_FindsNothing(int width, int height)
    {
        var pixels = new byte[width * height * 3];
        pixels.AsSpan().Fill(90);

        Assert.Empty(Detect(new DecodedImage(ImageFormats.Png, pixels, width, height, 3)));
    }

    [Fact]
    public void Decode_OfOneAnchor_EqualsTheHandComputation()
    {
        // Anchor 2 x (3 x 16 + 5) + 1 of the fine grid: cell column 5, row 3 of 16, whose middle is (88, 56) in 256 pixels.
        const int anchor = 2 * (3 * 16 + 5) + 1;
        var logits = new float[512];
        logits.AsSpan().Fill(-10);
        logits[anchor] = 2;
        var boxes = new float[512 * 16];
        (boxes[anchor * 16], boxes[anchor * 16 + 1], boxes[anchor * 16 + 2], boxes[anchor * 16 + 3]) = (4, -6, 20, 30);
        var faces = new List<SeenBox>();

        BlazeFace.Decode(logits, boxes, 16, 2, new ModelView(100, 200, 512, 512, 2, CutSides.None), 0.5f, 7, faces);

        // Middle (92, 50), size 20 x 30, twice as large in the image, a tenth of the height more for the chin: 35..68 -> 70..136.
        var face = Assert.Single(faces);
        Assert.Equal(100 + 2 * 82f, face.Left, 3);
        Assert.Equal(200 + 2 * 35f, face.Top, 3);
        Assert.Equal(100 + 2 * 102f, face.Right, 3);
        Assert.Equal(200 + 2 * 68f, face.Bottom, 3);
        Assert.Equal(1 / (1 + Math.Exp(-1.5)), face.Score, 5);
        Assert.Equal(7, face.View);
    }

    [Fact]
    public void Decode_OfAFaceAtACut_LeavesItToTheNeighbour()
    {
        var logits = new float[512];
        logits.AsSpan().Fill(-10);
        logits[0] = 5; // the first cell, middle (8, 8)
        var boxes = new float[512 * 16];
        (boxes[2], boxes[3]) = (40, 14);
        var cut = new List<SeenBox>();
        var edge = new List<SeenBox>();

        BlazeFace.Decode(logits, boxes, 16, 2, new ModelView(300, 0, 512, 512, 2, CutSides.Left), 0, 0, cut);
        BlazeFace.Decode(logits, boxes, 16, 2, new ModelView(0, 0, 512, 512, 2, CutSides.Right), 0, 0, edge);

        Assert.Empty(cut);
        Assert.Single(edge);
    }

    [Fact]
    public void Detect_Accurately_FindsTheFacesOfAGroup()
    {
        using var accurate = new FaceDetector(options: new() { Quality = DetectionQuality.Accurate });
        var sink = new FindingSink<PixelBox>();

        accurate.Detect(Pictures.Decode(System.IO.File.ReadAllBytes(Repository.PathOf("samples", "photos", "crew.jpg"))).Page(0).AsSource(),
            sink);

        foreach (var (x, y) in (ReadOnlySpan<(int, int)>)[(145, 195), (290, 105), (438, 200)])
            Assert.Contains(sink.Items.ToArray(),
                f => f.Score >= 0.9f && f.Region.Overlaps(new(x, y, 1, 1)) && f.Region.Width is > 30 and < 200);
        Assert.Contains("+", accurate.Info.Version, StringComparison.Ordinal);
    }

    [Fact]
    public void New_WithAQualityThereIsNot_NamesTheValidOnes() =>
        Assert.Contains("Accurate",
            Assert.Throws<ArgumentException>(() => new FaceDetector(options: new() { Quality = (DetectionQuality)7 })).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Decode_OfOneBoxOfTheSecondModel_EqualsTheHandComputation()
    {
        var faces = new List<SeenBox>();

        SsdFaces.Decode([0.01f, 0.8f], [0, 0, 1, 1, 100, 50, 200, 250], new FaceView(10, 20, 1024, 0.5f, CutSides.None), 3, faces);

        // Twice as large in the image; 0.15 of the height off at the top, 0.05 more below, 0.03 of the width more at the right.
        var face = Assert.Single(faces);
        Assert.Equal(10 + 200f, face.Left, 3);
        Assert.Equal(20 + 160f, face.Top, 3);
        Assert.Equal(10 + 406f, face.Right, 3);
        Assert.Equal(20 + 520f, face.Bottom, 3);
        Assert.Equal(1 / (1 + Math.Exp(0.5 - 0.85 * Math.Log(4))), face.Score, 5);
    }

    [Fact]
    public void Merge_OfTwoViewsOfOneFace_IsOneFaceThatIsMoreCertain()
    {
        List<SeenBox> faces =
            [new(10, 10, 50, 50, 0.6f, 1), new(12, 10, 52, 50, 0.6f, 2), new(100, 10, 140, 50, 0.6f, 1), new(102, 10, 142, 50, 0.5f, 1)];

        var merged = ViewMerge.Merge(faces);

        Assert.Equal(2, merged.Count);
        Assert.Equal(1 - 0.58f * 0.58f, merged.Single(f => f.Left < 60).Score, 4);
        Assert.Equal(11f, merged.Single(f => f.Left < 60).Left, 3);
        Assert.Equal(0.6f, merged.Single(f => f.Left > 60).Score, 4); // one view is one witness
    }

    [Fact]
    public void Views_OfAnyImage_CoverEveryPixelAtEveryScale()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var random = new Random(seed);
            int width = random.Next(1, 5000), height = random.Next(1, 5000);
            foreach (var level in FaceLevel.Of(width, height, 320))
                for (var i = 0; i < 50; i++)
                {
                    int x = random.Next(width), y = random.Next(height);
                    Assert.True(level.Views.Any(v => x >= v.X && x < v.X + v.Width && y >= v.Y && y < v.Y + v.Height),
                        $"seed {seed}: {x},{y} of {width} x {height} at {level.Doubt}");
                    Assert.All(level.Views, v => Assert.InRange(v.Columns * v.Rows, 32 * 32, 1056 * 1056));
                }
            foreach (var level in FaceViews.Of(width, height, 320).GroupBy(v => v.Size))
                for (var i = 0; i < 50; i++)
                {
                    int x = random.Next(width), y = random.Next(height);
                    Assert.True(level.Any(v => x >= v.X && x < v.X + v.Size && y >= v.Y && y < v.Y + v.Size),
                        $"seed {seed}: {x},{y} of {width} x {height} at {level.Key}");
                }
        }
    }

    [Fact]
    public void Load_OfChangedWeights_IsAMissingDependency()
    {
        var manifest = ImageModels.Catalog.Manifests[0];

        var error = Assert.Throws<RedactionException>(() => new OnnxModel(manifest, [1, 2, 3]));

        Assert.Equal(ErrorCodes.MissingDependency, error.Code);
    }

    [Fact]
    public void Load_OfWeightsThatAreNoModel_IsAMissingDependency()
    {
        byte[] weights = [1, 2, 3];
        var digest = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(weights));
        var manifest = ImageModels.Catalog.Manifests[0] with { Sha256 = digest };

        Assert.Equal(ErrorCodes.MissingDependency, Assert.Throws<RedactionException>(() => new OnnxModel(manifest, weights)).Code);
    }

    [Fact]
    public void Load_OfAnUnknownModel_NamesTheValidOnes() =>
        Assert.Contains("face-blazeface-back", Assert.Throws<ArgumentException>(() => ImageModels.Catalog.Load("nose")).Message,
            StringComparison.Ordinal);

    private Finding<PixelBox>[] Detect(DecodedImage image)
    {
        var sink = new FindingSink<PixelBox>();
        loaded.Detector.Detect(image.Page(0).AsSource(), sink);
        return sink.Items.ToArray();
    }
}
