using System.Numerics;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Image.Tests;

/// <summary>Faces of nobody in the place of faces.</summary>
public class DrawnFaceTests
{
    private static readonly PaintColor s_behind = new(128, 128, 128);
    private static readonly Vector2[] s_frontal = [new(-10, -10), new(10, -10), new(0, 1), new(-8, 10), new(8, 10)];

    [Theory]
    [InlineData(0, 0, 0, 0, 0, 0)]
    [InlineData(30, 0, 0, 2, 0, 0)]     // leans to the right
    [InlineData(-90, 0, 0, -6, 0, 0)]   // lies on its side
    [InlineData(0, 4, 0, 0, 1, 0)]      // the nose lies to the right: turned that way
    [InlineData(0, -9, 0, 0, -2, 0)]
    [InlineData(0, 0, -5, 0, 0, -1)]    // the nose lies close to the eyes: raised
    [InlineData(45, 0, 6, 3, 0, 1)]
    public void Of_Marks_TellsThePose(float degrees, float aside, float below, int roll, int yaw, int pitch)
    {
        var turn = Matrix3x2.CreateRotation(degrees * MathF.PI / 180) * Matrix3x2.CreateTranslation(70, 50);
        var marks = s_frontal.ToArray();
        marks[2] += new Vector2(aside, below);

        Assert.Equal(new FacePose(roll, yaw, pitch), FacePose.Of([.. marks.Select(mark => Vector2.Transform(mark, turn))]));
    }

    [Fact]
    public void At_OfATurnedHead_HasItsMarksOnThatSide()
    {
        var region = new PixelBox(0, 0, 100, 100);

        Assert.InRange(MiddleOfMarks(new(region, FacePose.Frontal)).X, 49, 51);
        Assert.InRange(MiddleOfMarks(new(region, new(0, 1, 0))).X, 54, 75);
        Assert.InRange(MiddleOfMarks(new(region, new(0, -2, 0))).X, 20, 42);
        Assert.True(MiddleOfMarks(new(region, new(0, 0, 1))).Y > MiddleOfMarks(new(region, new(0, 0, -1))).Y + 5);
    }

    [Fact]
    public void At_OfAHeadOnItsSide_HasItsMouthBesideItsEyes()
    {
        var upright = MiddleOfMarks(new(new(0, 0, 100, 100), FacePose.Frontal));
        var lying = MiddleOfMarks(new(new(0, 0, 100, 100), new(6, 0, 0)));

        Assert.InRange(lying.X, 100 - upright.Y - 1, 100 - upright.Y + 1);
        Assert.InRange(lying.Y, upright.X - 1, upright.X + 1);
    }

    [Fact]
    public void Redact_OfAPhotograph_LeavesOnlyTheTonesOfTheDrawing()
    {
        var image = Pictures.Decode(File.ReadAllBytes(Repository.PathOf("samples", "photos", "astronaut.jpg")));
        var page = image.Page(0);
        using var faces = new FaceDetector();

        var plan = Pictures.Painter(faces, "replace", ("drawing", "face")).Redact(page);

        var region = Assert.Single(plan.Items, static i => i.Finding.Score > 0.5f).Finding.Region;
        for (var y = region.Y; y < region.Bottom; y++)
            for (var x = region.X; x < region.Right; x++)
            {
                var pixel = page.Row(y).Slice(x * page.Channels, 3);
                Assert.True(pixel[0] >= pixel[1] && pixel[1] >= pixel[2] && pixel[0] - pixel[2] <= 30, $"pixel {x},{y} is a photograph's");
            }
    }

    [Fact]
    public void Redact_WhereNoFaceIsSeen_DrawsOneThatLooksStraightOn()
    {
        var pixels = Pictures.Noise(120, 120, 3, 1);
        var region = new PixelBox(20, 10, 80, 100);
        var expected = new DrawnFace(region, FacePose.Frontal);

        Pictures.Painter(new FixedBoxes(region), "replace", ("drawing", "face"), ("padding", "0"))
            .Redact(new PixelBuffer(pixels, 120, 120, 3));

        for (var y = region.Y; y < region.Bottom; y++)
            for (var x = region.X; x < region.Right; x++)
            {
                var color = expected.At(x, y, s_behind);
                Assert.True(pixels.AsSpan((y * 120 + x) * 3, 3).SequenceEqual([color.Red, color.Green, color.Blue]), $"pixel {x},{y}");
            }
    }

    [Fact]
    public void Configure_ADrawingWithALabel_IsRefused() =>
        Assert.Throws<PolicyException>(() => Pictures.Painter(new FixedBoxes(new PixelBox(0, 0, 9, 9)), "replace", ("drawing", "face"),
            ("label", "ID")));

    [Fact]
    public void CoveredArea_OfBoxes_CountsWhatTheyShareOnce()
    {
        PixelBox[] boxes = [new(0, 0, 10, 10), new(5, 5, 10, 10), new(-5, 18, 8, 10), new(30, 30, 5, 5)];

        Assert.Equal(100 + 100 - 25 + 3 * 2, CoveredArea.Of(boxes, 20, 20));
        Assert.Equal(0, CoveredArea.Of([], 20, 20));
    }

    [Fact]
    public void Redact_OfAFile_TellsTheShareOfItsPixelsThatIsMasked()
    {
        var file = Pictures.File(ImageFormats.Png, 100, 50);

        var summary = Pictures.Redactor(new FixedBoxes(new PixelBox(10, 10, 20, 20))).Redact(new MemoryStream(file), Stream.Null);

        var side = new PixelBox(10, 10, 20, 20).Grow(0.3).Width;
        Assert.Equal(side * side / 5000.0, summary.MaskedShare, 6);
    }

    private static Vector2 MiddleOfMarks(DrawnFace face)
    {
        var (sum, count) = (Vector2.Zero, 0);
        for (var y = 0; y < 100; y++)
            for (var x = 0; x < 100; x++)
                if (face.At(x, y, s_behind).Red < 100) (sum, count) = (sum + new Vector2(x + 0.5f, y + 0.5f), count + 1);
        return sum / count;
    }
}
