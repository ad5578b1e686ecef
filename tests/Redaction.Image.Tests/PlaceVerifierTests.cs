using System.Text.Json;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Image.Tests;

public class PlaceVerifierTests
{
    private const int Width = 160, Height = 120;

    [Theory]
    [InlineData("plate-verifier", 96)]
    public void Crop_OfAnyBox_EqualsWhatTheModelWasTrainedOn(string trainer, int width)
    {
        using var verifier = Of(trainer);
        var pixels = MadeUp();
        var crop = new float[width * 48 * 3];
        foreach (var golden in Golden(trainer))
        {
            verifier.Crop(new ImageSource(pixels, Width, Height, 3), Box(golden), crop);

            var probes = golden.GetProperty("crop").EnumerateArray().Select(static v => v.GetSingle()).ToArray();
            Assert.True(probes.Length > 10);
            for (var i = 0; i < probes.Length; i++) Assert.Equal(probes[i], crop[i * 401], 1e-3f);
        }
    }

    [Theory]
    [InlineData("plate-verifier")]
    public void Judge_OfAnyBox_EqualsTheTrainersNet(string trainer)
    {
        using var verifier = Of(trainer);
        var fusion = new Fusion(0.25f, -0.7f);
        var faces = Golden(trainer).Select(Box).ToList();
        var expected = Golden(trainer)
            .Select(g =>
                verifier.Decode(Box(g), g.GetProperty("values").EnumerateArray().Select(static v => v.GetSingle()).ToArray(), in fusion))
                .ToList();

        verifier.Judge(new ImageSource(MadeUp(), Width, Height, 3), faces, in fusion);

        Assert.NotEmpty(faces);
        for (var i = 0; i < faces.Count; i++)
        {
            Assert.Equal(expected[i].Score, faces[i].Score, 2e-3f);
            Assert.Equal(expected[i].Left, faces[i].Left, 0.05f);
            Assert.Equal(expected[i].Bottom, faces[i].Bottom, 0.05f);
        }
    }

    [Fact]
    public void Decode_OfOneBox_EqualsTheHandComputation()
    {
        // 40 x 20 pixels, so a crop of 64: the middle moves by 6.4 and -3.2, the size becomes 80 x 40, and the box goes 0.3 of that way.
        using var verifier = PlaceVerifier.OfPlates(null);
        var face = verifier.Decode(new(100, 50, 140, 70, 0.5f, 7), [2, 0.1f, -0.05f, MathF.Log(2), 0], new Fusion(0.25f, -0.7f));

        Assert.Equal(100 + 0.3f * (6.4f - 20), face.Left, 3);
        Assert.Equal(50 + 0.3f * (-3.2f - 10), face.Top, 3);
        Assert.Equal(140 + 0.3f * (6.4f + 20), face.Right, 3);
        Assert.Equal(70 + 0.3f * (-3.2f + 10), face.Bottom, 3);
        Assert.Equal(1 / (1 + Math.Exp(-((0.25 * 2) - 0.7))), face.Score, 4);
        Assert.Equal(7, face.View);
    }

    [Fact]
    public void Fusion_OfTwoScores_FollowsBothWithinBounds()
    {
        var fusion = new Fusion(0.25f, -0.7f);

        Assert.True(fusion.Of(0.5f, 2) > fusion.Of(0.5f, 1));
        Assert.True(fusion.Of(0.6f, 1) > fusion.Of(0.5f, 1));
        Assert.Equal(fusion.Of(0.5f, 3), fusion.Of(0.5f, 30)); // the verifier alone makes no face
        Assert.InRange(fusion.Of(0, float.MaxValue), 0, 0.01f);
        Assert.InRange(fusion.Of(1, float.MinValue), 0.9f, 1);
    }

    [Fact]
    public void Suppress_OfBoxesOfOneFace_KeepsTheBest()
    {
        var kept = ViewMerge.Suppress(
            [new(12, 10, 52, 50, 0.4f), new(10, 10, 50, 50, 0.9f), new(20, 20, 30, 30, 0.8f), new(100, 10, 140, 50, 0.3f)]);

        Assert.Equal([0.9f, 0.3f], kept.Select(static f => f.Score));
    }

    [Fact]
    public void Judge_OfMoreBoxesThanABatch_JudgesEachAsAlone()
    {
        using var verifier = PlaceVerifier.OfPlates(null);
        var fusion = new Fusion(0.25f, -0.7f);
        var pixels = MadeUp();
        List<SeenBox> Boxes() => [.. Enumerable.Range(0, 70).Select(static i => new SeenBox(i, i / 2, i + 30, i / 2 + 36, 0.5f, i))];
        var together = Boxes();

        verifier.Judge(new ImageSource(pixels, Width, Height, 3), together, in fusion);

        var alone = Boxes()[63..64];
        verifier.Judge(new ImageSource(pixels, Width, Height, 3), alone, in fusion);
        Assert.Equal(alone[0].Score, together[63].Score, 1e-4f);
        Assert.Equal(alone[0].Left, together[63].Left, 1e-2f);
    }

    private static SeenBox Box(JsonElement golden)
    {
        var b = golden.GetProperty("box").EnumerateArray().Select(static v => v.GetSingle()).ToArray();
        return new(b[0], b[1], b[2], b[3], 0.5f);
    }

    private static PlaceVerifier Of(string trainer) =>
        trainer == "plate-verifier" ? PlaceVerifier.OfPlates(null) : throw new ArgumentOutOfRangeException(nameof(trainer));

    private static JsonElement[] Golden(string trainer) =>
        [.. JsonDocument.Parse(System.IO.File.ReadAllText(Repository.PathOf("models", "training", trainer, "golden.json"))).RootElement
            .EnumerateArray()];

    /// <summary>The picture of <c>golden.py</c>.</summary>
    private static byte[] MadeUp()
    {
        var pixels = new byte[Width * Height * 3];
        for (var y = 0; y < Height; y++)
            for (var x = 0; x < Width; x++)
                for (var c = 0; c < 3; c++)
                    pixels[(y * Width + x) * 3 + c] = (byte)(x * 3 + y * 5 + c * 29 + x * y / 32);
        return pixels;
    }
}
