using System.Text.Json;
using Redaction.Onnx;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Image.Tests;

public class FaceStridesTests
{
    private const int Width = 160, Height = 128;

    [Fact]
    public void Run_OnAMadeUpImage_EqualsTheTrainersNet()
    {
        using var model = ImageModels.Catalog.Load(StrideModel.Faces);
        const int places = Width * Height / 64 + Width * Height / 256 + Width * Height / 1024;
        float[] input = MadeUp(), output = new float[places * 5];

        using (var pixels = OnnxTensor.Over("pixels", input, 1, 3, Height, Width))
        using (var scores = OnnxTensor.Over("scores", output.AsMemory(0, places), 1, places))
        using (var boxes = OnnxTensor.Over("boxes", output.AsMemory(places, places * 4), 1, places, 4))
            model.Run(pixels, scores, boxes);

        var rows = Golden();
        Assert.True(rows.Length > 30);
        foreach (var row in rows)
        {
            var place = (int)row[0];
            Assert.Equal(row[1], output[place], 1e-3f);
            for (var k = 0; k < 4; k++) Assert.Equal(row[2 + k], output[places + place * 4 + k], 0.05f);
        }
    }

    [Fact]
    public void Detect_OnAGroup_SeesEveryFaceWithoutOtherModels()
    {
        using var model = new StrideModel(StrideModel.Faces, null);
        var image = Pictures.Decode(System.IO.File.ReadAllBytes(Repository.PathOf("samples", "photos", "crew.jpg")));
        var faces = new List<SeenBox>();

        model.Detect(image.Page(0).AsSource(), new(0, 0, image.Width, image.Height, 1, CutSides.None), 0, faces);

        foreach (var (x, y) in (ReadOnlySpan<(int, int)>)[(145, 195), (290, 105), (438, 200)])
            Assert.Contains(faces, f => f.Score >= 0.5f && f.ToPixels().Overlaps(new(x, y, 1, 1)) && f.Width is > 30 and < 200);
    }

    [Fact]
    public void Views_OfAnyImage_CoverEveryPixelInBoundedPieces()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var random = new Random(seed);
            int width = random.Next(1, 5000), height = random.Next(1, 5000), smallest = random.Next(0, 2000);
            var levels = FaceStrideViews.Of(width, height, smallest, fast: true).ToArray();
            Assert.InRange(levels.Length, 1, 2);
            foreach (var level in levels)
            {
                Assert.All(level.Views, v => Assert.InRange(v.Columns * v.Rows, 32 * 32, 1952 * 1216));
                for (var i = 0; i < 50; i++)
                {
                    int x = random.Next(width), y = random.Next(height);
                    Assert.True(level.Views.Any(v => x >= v.X && x < v.X + v.Width && y >= v.Y && y < v.Y + v.Height),
                        $"seed {seed}: {x},{y} of {width} x {height} in pieces of {level.Views.First().Step}");
                }
            }
        }
    }

    private static float[][] Golden() =>
        [.. JsonDocument
            .Parse(System.IO.File.ReadAllText(Repository.PathOf("models", "training", "face-strides", "golden.json"))).RootElement
            .EnumerateArray().Select(static row => row.EnumerateArray().Select(static v => v.GetSingle()).ToArray())];

    /// <summary>The picture of <c>golden.py</c>.</summary>
    private static float[] MadeUp()
    {
        var pixels = new float[Width * Height * 3];
        for (var y = 0; y < Height; y++)
            for (var x = 0; x < Width; x++)
                for (var c = 0; c < 3; c++)
                    pixels[(c * Height + y) * Width + x] = (byte)(x * 3 + y * 5 + c * 29 + x * y / 32) / 127.5f - 1;
        return pixels;
    }
}
