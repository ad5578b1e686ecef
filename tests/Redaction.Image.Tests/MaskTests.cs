using Xunit;

namespace Redaction.Image.Tests;

public class MaskTests
{
    private const string Diamond = "0.5 -0.5, 1.5 0.5, 0.5 1.5, -0.5 0.5";

    public static TheoryData<string, string, string> Shapes => new()
    {
        { "ellipse", "", "" }, { "rotated", "angle", "20" }, { "rotated", "angle", "-75" }, { "polygon", "points", Diamond },
    };

    [Theory, MemberData(nameof(Shapes))]
    public void Fill_InAnyShape_CoversTheBoxAndStaysWithinItsReach(string shape, string option, string value)
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var random = new Random(seed);
            var box = new PixelBox(random.Next(-5, 90), random.Next(-5, 70), random.Next(1, 60), random.Next(1, 60));
            var pixels = Pictures.Noise(100, 80, 3, seed);
            var before = pixels.ToArray();
            var redactor = Painter(box, "fill",
                [("shape", shape), ("color", "#010203"), .. option.Length > 0 ? [(option, value)] : Array.Empty<(string, string)>()]);

            var plan = redactor.Redact(new PixelBuffer(pixels, 100, 80, 3));

            var reach = redactor.Reach(plan);
            for (var i = 0; i < pixels.Length; i += 3)
            {
                var pixel = new PixelBox(i / 3 % 100, i / 300, 1, 1);
                if (box.Overlaps(pixel))
                    Assert.True(pixels.AsSpan(i, 3).SequenceEqual<byte>([1, 2, 3]), $"seed {seed}: {pixel} is not covered");
                if (!reach.Any(r => r.Overlaps(pixel)))
                    Assert.True(pixels.AsSpan(i, 3).SequenceEqual(before.AsSpan(i, 3)), $"seed {seed}: {pixel} changed");
            }
        }
    }

    [Theory, InlineData("box"), InlineData("ellipse")]
    public void Feather_FadesOutsideAndLeavesTheMaskWhole(string shape)
    {
        var pixels = new byte[100 * 100 * 3];
        pixels.AsSpan().Fill(200);
        var box = new PixelBox(40, 40, 20, 20);

        Painter(box, "fill", ("shape", shape), ("padding", "0"), ("feather", "8")).Redact(new PixelBuffer(pixels, 100, 100, 3));

        var row = pixels.AsSpan(50 * 300, 300);
        for (var x = 40; x < 60; x++) Assert.Equal(0, row[x * 3]);
        var edge = 60;
        while (row[edge * 3] == 0) edge++;
        for (var x = edge; x < edge + 7; x++) Assert.InRange(row[x * 3], 1, row[(x + 1) * 3] - 1); // lighter and lighter
        Assert.Equal(200, row[(edge + 8) * 3]);
    }

    [Fact]
    public void Feather_DependsOnNothingUnderTheMask()
    {
        var one = Pictures.Noise(80, 80, 3, 1);
        var other = one.ToArray();
        for (var y = 30; y < 50; y++) other.AsSpan((y * 80 + 30) * 3, 60).Fill(99);
        var redactor = Painter(new PixelBox(30, 30, 20, 20), "fill", ("feather", "12"), ("shape", "ellipse"));

        redactor.Redact(new PixelBuffer(one, 80, 80, 3));
        redactor.Redact(new PixelBuffer(other, 80, 80, 3));

        Assert.Equal(one, other);
    }

    [Theory, InlineData("inpaint"), InlineData("replace"), InlineData("fill")]
    public void Paint_DependsOnNothingUnderTheMask(string @operator)
    {
        var one = Pictures.Noise(120, 90, 4, 2);
        var other = one.ToArray();
        for (var y = 20; y < 60; y++) other.AsSpan((y * 120 + 20) * 4, 70 * 4).Fill(7);
        var redactor = Painter(new PixelBox(20, 20, 70, 40), @operator, ("padding", "0"));

        redactor.Redact(new PixelBuffer(one, 120, 90, 4));
        redactor.Redact(new PixelBuffer(other, 120, 90, 4));

        Assert.Equal(one, other);
    }

    [Fact]
    public void Inpaint_OnAGradient_ContinuesIt()
    {
        var pixels = new byte[100 * 60 * 3];
        for (var i = 0; i < pixels.Length; i++) pixels[i] = (byte)(50 + i / 3 % 100);
        var before = pixels.ToArray();

        Painter(new PixelBox(40, 20, 20, 20), "inpaint", ("padding", "0")).Redact(new PixelBuffer(pixels, 100, 60, 3));

        for (var i = 0; i < pixels.Length; i++) Assert.InRange(pixels[i], before[i] - 4, before[i] + 4);
    }

    [Fact]
    public void Inpaint_OfTheWholeImage_IsGrey()
    {
        var pixels = Pictures.Noise(30, 30, 3, 5);

        Painter(new PixelBox(0, 0, 30, 30), "inpaint").Redact(new PixelBuffer(pixels, 30, 30, 3));

        Assert.All(pixels, p => Assert.Equal(128, p));
    }

    [Theory]
    [InlineData("", 4)]        // FACE
    [InlineData("ID 7", 4)]
    [InlineData("[?]", 3)]
    public void Replace_WritesTheLabelInTheMiddle(string label, int letters)
    {
        var pixels = Pictures.Noise(200, 100, 3, 1);
        var box = new PixelBox(20, 20, 150, 60);

        Painter(box, "replace", [("padding", "0"), .. label.Length > 0 ? [("label", label)] : Array.Empty<(string, string)>()])
            .Redact(new PixelBuffer(pixels, 200, 100, 3));

        var columns = Enumerable.Range(box.X, box.Width)
            .Where(x => Enumerable.Range(box.Y, box.Height).Any(y => pixels[(y * 200 + x) * 3] == 255)).ToArray();
        var scale = Math.Min(150 / (letters * 6 + 1), 60 / 9);
        Assert.InRange(columns[^1] - columns[0] + 1, (letters * 6 - 1) * scale - 2 * scale, (letters * 6 - 1) * scale);
        Assert.InRange(columns[0] + columns[^1], 2 * 95 - 2 * scale, 2 * 95 + 2 * scale);
    }

    [Fact]
    public void Replace_ByAPicture_StretchesItOverTheRegion()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".png");
        File.WriteAllBytes(path,
            Pictures.Encode(new(ImageFormats.Png, [255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255, 9, 9, 9, 0], 2, 2, 4)));
        try
        {
            var pixels = Pictures.Noise(80, 80, 3, 1);

            Painter(new PixelBox(10, 10, 40, 40), "replace", ("image", path), ("padding", "0"), ("color", "#404040"))
                .Redact(new PixelBuffer(pixels, 80, 80, 3));

            Assert.Equal([255, 0, 0], pixels.AsSpan((15 * 80 + 15) * 3, 3).ToArray());
            Assert.Equal([0, 255, 0], pixels.AsSpan((15 * 80 + 45) * 3, 3).ToArray());
            Assert.Equal([0, 0, 255], pixels.AsSpan((45 * 80 + 15) * 3, 3).ToArray());
            Assert.Equal([64, 64, 64], pixels.AsSpan((45 * 80 + 45) * 3, 3).ToArray()); // transparent
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData("fill", "angle", "20")]                              // needs shape: rotated
    [InlineData("fill", "points", Diamond)]                          // needs shape: polygon
    [InlineData("fill", "feather", "-1")]
    [InlineData("replace", "label", "naïve")]                        // no such letter
    [InlineData("replace", "image", "/no/such/picture.png")]
    public void Configure_WithABadOption_NamesIt(string @operator, string name, string value) =>
        Assert.Contains($"'{name}'", Assert.Throws<PolicyException>(() => Painter(new(1, 1, 2, 2), @operator, (name, value))).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("0 0, 1 0")]                       // no area
    [InlineData("0.2 0, 1 0, 1 1, 0 1")]           // leaves a corner uncovered
    [InlineData("0 0, 1 0, 0.5 0.5, 1 1, 0 1")]    // not convex
    [InlineData("0 0, 1 0, 1 one")]                // no number
    public void Configure_WithPointsThatUncover_Throws(string points) =>
        Assert.Contains("'points'",
            Assert.Throws<PolicyException>(() => Painter(new(1, 1, 2, 2), "fill", ("shape", "polygon"), ("points", points))).Message,
            StringComparison.Ordinal);

    private static ImageRedactor Painter(PixelBox box, string @operator, params (string, string)[] with) =>
        Pictures.Painter(new FixedBoxes(box), @operator, with);
}
