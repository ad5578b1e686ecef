using Redaction.TestKit;
using Xunit;

namespace Redaction.Image.Tests;

/// <summary>Where text may stand, before lines are searched.</summary>
public class TextGateTests
{
    private const int Columns = 40, Rows = 20;

    [Theory]
    [InlineData("upright")]
    [InlineData("turned")]
    [InlineData("lying")]
    public void Parts_OfALetter_HoldEveryLine(string letter)
    {
        using var gate = new TextGate(DetectionQuality.Fast, null);
        using var finder = new LineFinder(DetectionQuality.Fast, null);
        var image = Pictures.Decode(File.ReadAllBytes(Repository.PathOf("tests", "Redaction.Image.Tests", "Letters", letter + ".jpg")));
        var source = image.Page(0).AsSource();
        var (view, step) = TextViews.Of(source.Width, source.Height).Last();
        var lines = new List<TextLine>();
        finder.Find(source, view, step, lines);

        var parts = gate.Parts(source, view, step);

        Assert.NotEmpty(lines);
        foreach (var line in lines)
        {
            var box = line.Part(0, 1).ClampTo(source.Width, source.Height);
            Assert.Contains(parts, p => p.X <= box.X && p.Y <= box.Y && p.Right >= box.Right && p.Bottom >= box.Bottom);
        }
    }

    [Fact]
    public void Parts_ByDefault_HoldTheLargestNameTagOfTheSample()
    {
        using var gate = new TextGate(DetectionQuality.Balanced, null);
        var source = Pictures.Decode(File.ReadAllBytes(Repository.PathOf("samples", "photos", "crew.jpg"))).Page(0).AsSource();
        var (view, step) = TextViews.Of(source.Width, source.Height).Last();
        var tag = new PixelBox(147, 269, 26, 12);

        Assert.Contains(gate.Parts(source, view, step), p => p.Span(tag) == p);
    }

    [Fact]
    public void Parts_OfAnEmptyImage_AreNone()
    {
        using var gate = new TextGate(DetectionQuality.Fast, null);
        var pixels = new byte[640 * 480 * 3];
        pixels.AsSpan().Fill(180);

        Assert.Empty(gate.Parts(new ImageSource(pixels, 640, 480, 3), new(0, 0, 640, 480), 0.5f));
    }

    [Fact]
    public void Of_AnyCells_CoversEachAndOverlapsNone()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var random = new Random(seed);
            var marked = new bool[Columns * Rows];
            for (var i = 0; i < random.Next(1, 30); i++) marked[random.Next(marked.Length)] = true;

            var boxes = CellRegions.Of(marked, Columns, around: 2, multiple: 2);

            for (var i = 0; i < marked.Length; i++)
            {
                if (!marked[i]) continue;
                var around = new PixelBox(i % Columns - 2, i / Columns - 2, 5, 5).ClampTo(Columns, Rows);
                Assert.True(boxes.Exists(b => b.Span(around) == b), $"seed {seed}: cell {i} is not within a box");
            }
            Assert.All(boxes, static b => Assert.Equal((0, 0, 0, 0), (b.X % 2, b.Y % 2, b.Right % 2, b.Bottom % 2)));
            for (var i = 0; i < boxes.Count; i++)
                for (var j = 0; j < i; j++) Assert.False(boxes[i].Overlaps(boxes[j]), $"seed {seed}: boxes overlap");
        }
    }
}
