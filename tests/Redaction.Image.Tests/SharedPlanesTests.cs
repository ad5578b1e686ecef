using Xunit;

namespace Redaction.Image.Tests;

/// <summary>What detectors share of what they sample.</summary>
public class SharedPlanesTests
{
    private const int Width = 960, Height = 540;
    private const float Step = 1.5f;
    private static readonly byte[] s_pixels = Noise();

    [Fact]
    public void View_OfTheSameSize_IsSampledOnce()
    {
        using var planes = new SharedPlanes();
        var source = new ImageSource(s_pixels, Width, Height, 3).With(planes);

        using var first = ViewSampler.View(source, 0, 0, Step, 640, 384);
        using var second = ViewSampler.View(source, 0, 0, Step, 640, 384);

        Assert.True(first.Values.Equals(second.Values));
    }

    [Fact]
    public void TryCopy_OfAPart_IsWhatItsOwnSamplingGives()
    {
        using var planes = new SharedPlanes();
        var source = new ImageSource(s_pixels, Width, Height, 3).With(planes);
        using var whole = ViewSampler.View(source, 0, 0, Step, 640, 384);
        float[] expected = new float[3 * 320 * 160], copied = new float[320 * 160];
        ViewSampler.Sample(source, 96, 48, Step, 320, 160, expected);

        for (var plane = 0; plane < 3; plane++)
        {
            Assert.True(planes.TryCopy((96, 48), Step, (320, 160), plane, 2, 0.5f, copied));
            for (var i = 0; i < copied.Length; i++) Assert.Equal(expected[plane * copied.Length + i] * 2 + 0.5f, copied[i], 1e-3f);
        }
    }

    [Theory]
    [InlineData(97, 48, Step, 320)]  // between the pixels that are kept
    [InlineData(96, 48, 1, 320)]     // in another size
    [InlineData(96, 48, Step, 640)]  // beyond what is kept
    public void TryCopy_OfWhatIsNotKept_CopiesNothing(int left, int top, float step, int width)
    {
        using var planes = new SharedPlanes();
        var source = new ImageSource(s_pixels, Width, Height, 3).With(planes);
        using var whole = ViewSampler.View(source, 0, 0, Step, 640, 384);

        Assert.False(planes.TryCopy((left, top), step, (width, 160), 0, 1, 0, new float[width * 160]));
    }

    [Fact]
    public void Dispose_OfRentedFloats_LeavesNothingInThem()
    {
        var floats = new RentedFloats(1000);
        floats.Span.Fill(7);
        var memory = floats.Memory;

        floats.Dispose();

        Assert.All(memory.ToArray(), static value => Assert.Equal(0, value));
    }

    private static byte[] Noise()
    {
        var pixels = new byte[Width * Height * 3];
        new Random(3).NextBytes(pixels);
        return pixels;
    }
}
