using Xunit;

namespace Redaction.Image.Tests;

public class ScopeTests
{
    private static readonly PixelBox s_box = new(40, 40, 20, 10);

    private static int Found(ImageScope scope) =>
        new ImageRedactor(new("test", new PolicyRule("fill")), scope.Limit([new FixedBoxes(s_box)]), ImageOperators.All).Plan(
            new(new byte[30000], 100, 100, 3)).Items.Length;

    [Theory]
    [InlineData(0, 0, 100, 100, 1)]
    [InlineData(0, 0, 1, 1, 1)]            // parts of the image
    [InlineData(59, 49, 10, 10, 1)]        // one pixel is enough
    [InlineData(60, 40, 10, 10, 0)]
    [InlineData(0.7, 0.7, 0.3, 0.3, 0)]
    public void Include_CountsWhatTouchesIt(double x, double y, double width, double height, int expected) =>
        Assert.Equal(expected, Found(new() { Include = [new(x, y, width, height)] }));

    [Theory]
    [InlineData(0, 0, 100, 100, 0)]
    [InlineData(40, 40, 20, 10, 0)]
    [InlineData(41, 40, 50, 50, 1)]        // one column stands out
    [InlineData(0.4, 0.4, 0.2, 0.1, 0)]
    public void Exclude_LetsThroughWhatLiesWithin(double x, double y, double width, double height, int expected) =>
        Assert.Equal(expected, Found(new() { Exclude = [new(x, y, width, height)] }));

    [Theory]
    [InlineData("face", 20, 30, 1)]
    [InlineData("face", 21, 30, 0)]
    [InlineData("face", 1, 19, 0)]
    [InlineData("license-plate", 21, 30, 1)] // for another type
    public void Sizes_AreOfTheLongerSide(string entity, int min, int max, int expected) =>
        Assert.Equal(expected, Found(new() { Sizes = [new(new(entity), min, max)] }));

    [Fact]
    public void Limit_WithABoxWithoutArea_Throws() =>
        Assert.Throws<ArgumentException>(() => Found(new() { Include = [new(0, 0, 0, 1)] }));
}
