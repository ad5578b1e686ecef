using Xunit;

namespace Redaction.Image.Tests;

public class OperatorTests
{
    public static TheoryData<string, string> Variants => new()
    {
        { "fill", "box" }, { "fill", "ellipse" }, { "pixelate", "box" }, { "pixelate", "ellipse" }, { "blur", "box" },
        { "blur", "ellipse" },
    };

    [Theory, MemberData(nameof(Variants))]
    public void Paint_OverRandomBoxes_ChangesOnlyWhatItCovers(string @operator, string shape)
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var random = new Random(seed);
            int width = random.Next(8, 90), height = random.Next(8, 90), channels = random.Next(3, 5);
            var box = new PixelBox(random.Next(-10, width), random.Next(-10, height), random.Next(4, 60), random.Next(4, 60));
            var pixels = Pictures.Noise(width, height, channels, seed);
            var before = pixels.ToArray();
            var redactor = Pictures.Painter(new FixedBoxes(box), @operator, ("shape", shape), ("padding", "0"));

            var plan = redactor.Redact(new PixelBuffer(pixels, width, height, channels));

            foreach (var item in plan.Items)
            {
                var reach = shape == "box" ? item.Finding.Region : item.Finding.Region.Grow(0.4143).ClampTo(width, height);
                for (var i = 0; i < pixels.Length; i++)
                {
                    int x = i / channels % width, y = i / channels / width;
                    if (!reach.Overlaps(new(x, y, 1, 1)))
                        Assert.True(before[i] == pixels[i], $"seed {seed}: pixel {x},{y} outside changed");
                }
            }
        }
    }

    [Theory, InlineData("box"), InlineData("ellipse")]
    public void Fill_OverRandomBoxes_LeavesNothingInTheBox(string shape)
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            var box = new PixelBox(random.Next(0, 60), random.Next(0, 60), random.Next(1, 70), random.Next(1, 70));
            var pixels = Pictures.Noise(100, 80, 4, seed);
            var redactor = Pictures.Painter(new FixedBoxes(box), "fill", ("shape", shape), ("color", "#102030"));

            redactor.Redact(new PixelBuffer(pixels, 100, 80, 4));

            var inside = box.ClampTo(100, 80);
            for (var y = inside.Y; y < inside.Bottom; y++)
                for (var x = inside.X; x < inside.Right; x++)
                    Assert.True(pixels.AsSpan((y * 100 + x) * 4, 4).SequenceEqual<byte>([0x10, 0x20, 0x30, 0xFF]),
                        $"seed {seed}: pixel {x},{y} is not filled");
        }
    }

    [Fact]
    public void Pixelate_OfALargeBox_LeavesAtMostTheBlocks()
    {
        var pixels = Pictures.Noise(200, 200, 3, 1);
        var redactor = Pictures.Painter(new FixedBoxes(new PixelBox(20, 20, 150, 150)), "pixelate", ("blocks", "4"), ("padding", "0"));

        redactor.Redact(new PixelBuffer(pixels, 200, 200, 3));

        var colors = new HashSet<int>();
        for (var y = 20; y < 170; y++)
            for (var x = 20; x < 170; x++)
                colors.Add(pixels[(y * 200 + x) * 3] << 16 | pixels[(y * 200 + x) * 3 + 1] << 8 | pixels[(y * 200 + x) * 3 + 2]);
        Assert.True(colors.Count <= 16, $"{colors.Count} colours");
    }

    [Fact]
    public void Blur_OfFineStripes_LeavesThemFlat()
    {
        var pixels = new byte[120 * 120 * 3];
        for (var i = 0; i < pixels.Length; i++) pixels[i] = (byte)(i / 3 % 120 / 6 % 2 * 255);
        var redactor = Pictures.Painter(new FixedBoxes(new PixelBox(10, 10, 100, 100)), "blur", ("padding", "0"));

        redactor.Redact(new PixelBuffer(pixels, 120, 120, 3));

        int min = 255, max = 0;
        for (var y = 10; y < 110; y++)
            for (var x = 10; x < 110; x++)
                (min, max) = (Math.Min(min, pixels[(y * 120 + x) * 3]), Math.Max(max, pixels[(y * 120 + x) * 3]));
        Assert.True(max - min < 30, $"contrast of {max - min} is left of 255");
    }

    [Fact]
    public void Rule_WithAnOperatorOfAnotherMedium_Fills()
    {
        var pixels = Pictures.Noise(50, 50, 3, 3);

        Pictures.Painter(new FixedBoxes(new PixelBox(10, 10, 20, 20)), "silence").Redact(new PixelBuffer(pixels, 50, 50, 3));

        Assert.Equal([0, 0, 0], pixels.AsSpan((15 * 50 + 15) * 3, 3).ToArray());
    }

    [Theory]
    [InlineData("fill", "color", "red")]       // not #rrggbb
    [InlineData("fill", "padding", "-1")]      // would uncover
    [InlineData("pixelate", "blocks", "64")]   // too fine to hide anything
    [InlineData("blur", "strength", "0.3")]    // too weak to hide anything
    [InlineData("blur", "shape", "star")]      // no such shape
    [InlineData("fill", "opacity", "0.5")]     // no such option
    public void Configure_WithABadOption_Throws(string @operator, string name, string value)
    {
        var error = Assert.Throws<PolicyException>(() => Pictures.Painter(new FixedBoxes(), @operator, (name, value)));

        Assert.Contains(name, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_StartWithFill_AndHaveUniqueIdsAndDescribedOptions()
    {
        Assert.Equal(["fill", "pixelate", "blur", "replace", "inpaint"], ImageOperators.All.Select(o => o.Id));
        Assert.All(ImageOperators.All, o => Assert.All(o.Options, option => Assert.NotEmpty(option.Description)));
    }
}
