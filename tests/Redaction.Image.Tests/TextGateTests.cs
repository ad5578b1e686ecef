using System.Numerics;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Image.Tests;

/// <summary>Where text may stand, before lines are searched.</summary>
public class TextGateTests
{
    private const int Columns = 40, Rows = 20;
    private const float Least = 0.25f, Sure = 0.4f;

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
    public void Of_AnyCells_CoversEachGroupAndNoTwoAreBetterAsOne()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var random = new Random(seed);
            var likely = new float[Columns * Rows];
            for (var i = 0; i < random.Next(1, 30); i++) likely[random.Next(likely.Length)] = Sure;

            var boxes = CellRegions.Of(likely, Columns, (Least, Sure), around: 2, multiple: 2);

            for (var i = 0; i < likely.Length; i++)
            {
                if (likely[i] == 0) continue;
                var around = new PixelBox(i % Columns - 2, i / Columns - 2, 5, 5).ClampTo(Columns, Rows);
                Assert.True(boxes.Exists(b => b.Span(around) == b), $"seed {seed}: cell {i} is not within a box");
            }
            Assert.All(boxes, static b => Assert.Equal((0, 0, 0, 0), (b.X % 2, b.Y % 2, b.Right % 2, b.Bottom % 2)));
            for (var i = 0; i < boxes.Count; i++)
                for (var j = 0; j < i; j++)
                    Assert.True(boxes[i].Span(boxes[j]).Area > boxes[i].Area + boxes[j].Area, $"seed {seed}: two boxes cost more than one");
        }
    }

    [Fact]
    public void Of_UnsureCells_CountWhereOneBesideThemIsSure()
    {
        var likely = new float[Columns * Rows];
        for (var x = 4; x < 12; x++) likely[5 * Columns + x] = Least; // a word, of which one cell is sure
        likely[5 * Columns + 12] = Sure;
        likely[15 * Columns + 30] = likely[15 * Columns + 31] = Least; // a texture

        var box = Assert.Single(CellRegions.Of(likely, Columns, (Least, Sure), around: 2, multiple: 2));

        Assert.Equal(new PixelBox(2, 2, 14, 6), box);
    }

    [Theory]
    [InlineData(0, 80, true)]     // along the cells that count
    [InlineData(0, 200, true)]    // a quarter beyond them at both ends
    [InlineData(90, 80, false)]   // across them
    public void MayHold_OfALargeLine_AsksHowMuchOfItCounts(float degrees, float halfLength, bool expected)
    {
        var likely = new float[Columns * Rows];
        for (var i = 0; i < likely.Length; i++)
            if (i % Columns is >= 8 and < 24 && i / Columns is >= 8 and < 12) likely[i] = Least;
        var places = new TextPlaces([], new(100, 50, Columns * 10, Rows * 10), likely, Columns, Cell: 10, Least);
        var along = new Vector2(MathF.Cos(degrees * MathF.PI / 180), MathF.Sin(degrees * MathF.PI / 180));
        var line = new TextLine(new(100 + 160, 50 + 100), along, halfLength, 21);

        Assert.Equal(expected, places.MayHold(in line));
        Assert.True(places.MayHold(new TextLine(new(110, 60), along, halfLength, 8))); // small print may be too faint for the net
    }

    [Fact]
    public void Of_ALineWithinTheBoxOfAFrame_IsNotSearchedTwice()
    {
        var likely = new float[Columns * Rows];
        for (var y = 0; y < Rows; y++) likely[y * Columns] = Sure;     // down the left edge
        for (var x = 0; x < Columns; x++) likely[x] = Sure;            // along the upper one
        for (var x = 28; x < 36; x++) likely[16 * Columns + x] = Sure; // within their box, far from them

        var boxes = CellRegions.Of(likely, Columns, (Least, Sure), around: 2, multiple: 2);

        Assert.Single(boxes); // the box around the frame holds the line: nothing is searched twice
    }
}
