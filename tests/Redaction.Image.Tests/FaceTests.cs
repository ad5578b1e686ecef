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
    public void Decode_OfOneCell_EqualsTheHandComputation()
    {
        // 64 x 32 pixels of the model are 16 x 8 cells; the cell in column 5 of row 3, moved by 0.25 across and 0.5 down.
        const int cells = 16 * 8, cell = 3 * 16 + 5;
        var output = new float[cells * 5];
        (output[cell], output[cells + cell], output[2 * cells + cell]) = (0.75f, MathF.Log(3), MathF.Log(2));
        (output[3 * cells + cell], output[4 * cells + cell]) = (0.5f, 0.25f);
        var faces = new List<SeenBox>();

        CenterFace.Decode(output, new ModelView(100, 200, 128, 64, 2, CutSides.None), mirrored: false, 7, 0.5f, faces);

        // Middle (23, 16), 8 x 12 pixels: 19..27 and 10..22, twice as large in the image.
        Assert.Equal(new SeenBox(138, 220, 154, 244, 0.75f, 7), Assert.Single(faces));

        faces.Clear();
        CenterFace.Decode(output, new ModelView(100, 200, 128, 64, 2, CutSides.None), mirrored: true, 7, 0.5f, faces);

        Assert.Equal(new SeenBox(174, 220, 190, 244, 0.75f, 7), Assert.Single(faces)); // middle 64 - 23
    }

    [Fact]
    public void Decode_OfAFaceAtACut_LeavesItToTheNeighbour()
    {
        var output = new float[16 * 8 * 5];
        (output[0], output[16 * 8], output[2 * 16 * 8]) = (0.9f, 1, 1); // the first cell
        var cut = new List<SeenBox>();
        var edge = new List<SeenBox>();

        CenterFace.Decode(output, new ModelView(300, 0, 128, 64, 2, CutSides.Left), mirrored: false, 0, 0.5f, cut);
        CenterFace.Decode(output, new ModelView(0, 0, 128, 64, 2, CutSides.Right), mirrored: false, 0, 0.5f, edge);

        Assert.Empty(cut);
        Assert.Single(edge);
    }

    [Fact]
    public void Fuse_OfTwoLooks_TrustsEachWhereItSees()
    {
        FaceLook[] looks = [FaceLook.Coarsely(960, 960), FaceLook.Finely(960, 960)];

        var fused = FaceLooks.Fuse(
            [new(10, 10, 110, 110, 0.6f, 0), new(12, 10, 112, 110, 0.6f, 1), // both see it
                new(300, 10, 400, 110, 0.6f, 0), // the fine look should, and does not
                new(500, 10, 514, 26, 0.6f, 1)], looks); // too small for the coarse one

        Assert.Equal([3, 2, 1], fused.OrderBy(static f => f.Score).Select(static f => f.Left switch { < 60 => 1, > 450 => 2, _ => 3 }));
        Assert.Equal(11, fused.Single(static f => f.Left < 60).Left, 2);
    }

    [Fact]
    public void Detect_Accurately_FindsTheFacesOfAGroup()
    {
        using var accurate = new FaceDetector(quality: DetectionQuality.Accurate);
        var sink = new FindingSink<PixelBox>();

        accurate.Detect(Pictures.Decode(System.IO.File.ReadAllBytes(Repository.PathOf("samples", "photos", "crew.jpg"))).Page(0).AsSource(),
            sink);

        foreach (var (x, y) in (ReadOnlySpan<(int, int)>)[(145, 195), (290, 105), (438, 200)])
            Assert.Contains(sink.Items.ToArray(),
                f => f.Score >= 0.5f && f.Region.Overlaps(new(x, y, 1, 1)) && f.Region.Width is > 30 and < 200);
        Assert.NotEqual(loaded.Detector.Info.Version, accurate.Info.Version);
    }

    [Fact]
    public void New_WithAQualityThereIsNot_NamesTheValidOnes() =>
        Assert.Contains("Accurate",
            Assert.Throws<ArgumentException>(() => new FaceDetector(quality: (DetectionQuality)7)).Message,
            StringComparison.Ordinal);

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
            FaceLook[] looks = [FaceLook.Coarsely(width, height), FaceLook.Finely(width, height), FaceLook.Closest(width, height)];
            foreach (var look in looks)
                for (var i = 0; i < 50; i++)
                {
                    int x = random.Next(width), y = random.Next(height);
                    Assert.True(look.Views.Any(v => x >= v.X && x < v.X + v.Width && y >= v.Y && y < v.Y + v.Height),
                        $"seed {seed}: {x},{y} of {width} x {height} at {look.Step}");
                    Assert.All(look.Views, v => Assert.InRange(v.Columns * v.Rows, 32 * 32, 1952 * 1216));
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
        Assert.Contains("face-centerface", Assert.Throws<ArgumentException>(() => ImageModels.Catalog.Load("nose")).Message,
            StringComparison.Ordinal);

    private Finding<PixelBox>[] Detect(DecodedImage image)
    {
        var sink = new FindingSink<PixelBox>();
        loaded.Detector.Detect(image.Page(0).AsSource(), sink);
        return sink.Items.ToArray();
    }
}
