using System.Text;
using System.Text.Json;
using Xunit;

namespace Redaction.Image.Tests;

public class PlanTests
{
    private static RedactionPlan<PixelBox> Plan(params PixelBox[] boxes) =>
        Pictures.Painter(new FixedBoxes(boxes)).Plan(new ImageSource(new byte[100 * 100 * 3], 100, 100, 3));

    [Fact]
    public void Plan_OfAFace_ShowsThePadding() =>
        Assert.Equal(new PixelBox(37, 37, 26, 26), Assert.Single(Plan(new PixelBox(40, 40, 20, 20)).Items).Finding.Region);

    [Fact]
    public void Plan_OfAFaceAtTheEdge_StaysInTheImage() =>
        Assert.Equal(new PixelBox(0, 0, 23, 23), Assert.Single(Plan(new PixelBox(0, 0, 20, 20)).Items).Finding.Region);

    [Fact]
    public void Plan_OfFacesWhosePaddingMeets_IsOneRegionOverBoth()
    {
        var plan = Plan(new PixelBox(20, 20, 20, 20), new PixelBox(43, 20, 20, 20));

        Assert.Equal(PixelBox.FromBounds(17, 17, 66, 43), Assert.Single(plan.Items).Finding.Region);
    }

    [Fact]
    public void Plan_OfRandomFaces_CoversThemAllInDisjointSortedRegions()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var boxes = Enumerable.Range(0, random.Next(1, 12))
                .Select(_ => new PixelBox(random.Next(0, 90), random.Next(0, 90), random.Next(1, 40), random.Next(1, 40))).ToArray();

            var plan = Plan(boxes);

            var regions = plan.Items.Select(i => i.Finding.Region).ToArray();
            Assert.True(regions.SequenceEqual(regions.Order()), $"seed {seed}: not sorted");
            foreach (var box in boxes)
                Assert.True(Covers(regions, box.ClampTo(100, 100)), $"seed {seed}: {box} is not covered");
            for (var i = 0; i < regions.Length; i++)
                for (var j = 0; j < i; j++) Assert.False(regions[i].Overlaps(regions[j]), $"seed {seed}: regions overlap");
        }
    }

    [Fact]
    public void Beside_OfLettersInARow_IsOneBox() =>
        Assert.Equal(new PixelBox(10, 10, 62, 20),
            Enumerable.Range(0, 6).Select(i => new PixelBox(10 + 10 * i + (i > 3 ? 2 : 0), 10, 10, 20)).Aggregate(PixelBox.Beside));

    [Fact]
    public void Union_OfTwoLinesFarApart_IsTwoBoxes()
    {
        PixelBox first = new(10, 10, 200, 20), second = new(500, 400, 180, 20);

        var both = first.Union(second);

        Assert.Equal([first, second], both.Boxes.ToArray());
        Assert.Equal((10, 10, 680, 420), (both.X, both.Y, both.Right, both.Bottom));
        Assert.False(both.Overlaps(new(300, 200, 50, 50)));
        Assert.True(both.Overlaps(new(600, 410, 50, 50)));
        Assert.Equal(both, second.Union(first));
        Assert.Equal(2, both.Grow(0.15).Boxes.Length);
        Assert.Equal(first, both.ClampTo(300, 300));
    }

    [Fact]
    public void WriteJson_OfAPlan_HasTheBoxAsFourNumbers()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream)) Plan(new PixelBox(40, 40, 20, 20)).WriteJson(writer);

        Assert.Contains("\"box\":[37,37,26,26]", Encoding.UTF8.GetString(stream.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public void Plan_MatchesRulesOfTheImageMedium()
    {
        var policy = new RedactionPolicy("test", new PolicyRule("pixelate") { Medium = "image" }, new PolicyRule("mask"));
        var redactor =
            new ImageRedactor(policy, [new FixedBoxes(new PixelBox(1, 1, 5, 5))], [.. ImageOperators.All, new OtherOperator("mask")]);

        Assert.Equal("pixelate", Assert.Single(redactor.Plan(new ImageSource(new byte[300], 10, 10, 3)).Items).Operator);
    }

    [Fact]
    public void Paint_PlanOfAnotherPolicy_IsNoticed()
    {
        var plan = Plan(new PixelBox(40, 40, 20, 20));
        var other = new ImageRedactor(new("other", new PolicyRule("fill")), [], ImageOperators.All);

        Assert.Throws<ArgumentException>(() => other.Paint(new PixelBuffer(new byte[30000], 100, 100, 3), plan));
    }

    [Fact]
    public void Source_WithTooFewBytes_Throws() =>
        Assert.Throws<ArgumentException>(() => { _ = new ImageSource(new byte[10], 10, 10, 3); });

    [Fact]
    public void Redact_OnEightThreads_GivesTheSameBytesAsOnOne()
    {
        var redactor = Pictures.Redactor(new FixedBoxes(new PixelBox(10, 10, 20, 20)), "pixelate");
        var files = Pictures.Formats.Select(f => Pictures.File(f, 200, 150)).ToArray();
        var expected = files.Select(f => Pictures.Redact(redactor, f)).ToArray();

        Parallel.For(0, 3 * files.Length, new() { MaxDegreeOfParallelism = 8 }, i =>
            Assert.Equal(expected[i % files.Length], Pictures.Redact(redactor, files[i % files.Length])));
    }

    [Theory, InlineData("png"), InlineData("tiff")]
    public void Redact_Again_ChangesNothing(string format)
    {
        var redactor = Pictures.Redactor(new FixedBoxes(new PixelBox(10, 10, 20, 20)));
        var once = Pictures.Redact(redactor, Pictures.File(ImageFormats.All.Single(f => f.Id == format)));

        Assert.Equal(once, Pictures.Redact(redactor, once));
    }

    private static bool Covers(PixelBox[] regions, PixelBox box)
    {
        for (var y = box.Y; y < box.Bottom; y++)
            for (var x = box.X; x < box.Right; x++)
                if (!regions.Any(r => r.Overlaps(new(x, y, 1, 1)))) return false;
        return true;
    }
}
