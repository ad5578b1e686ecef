using Xunit;

namespace Redaction.Audio.Tests;

public class OperatorTests
{
    private static readonly PlannedRedaction<AudioSpan> s_item =
        new(new(EntityTypes.Phone, AudioSpan.FromBounds(3_000_000, 7_000_000), 1, "test"), 0, "x");

    public static TheoryData<string> Ids => [.. AudioOperators.All.Select(o => o.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Paint_InChunks_EqualsPaintingAtOnce(string id)
    {
        var @operator = AudioOperators.All.Single(o => o.Id == id);
        for (var seed = 0; seed < 100; seed++)
        {
            var random = new Random(seed);
            var (rate, channels) = (random.Next(100, 20000), random.Next(1, 4));
            var whole = Signal(random, rate * channels);
            var pieces = (float[])whole.Clone();

            @operator.Paint(whole, rate, channels, 0, in s_item);
            for (var first = 0; first < rate;)
            {
                var count = Math.Min(rate - first, random.Next(1, rate / 3));
                @operator.Paint(pieces.AsSpan(first * channels, count * channels), rate, channels, first, in s_item);
                first += count;
            }

            Assert.True(whole.AsSpan().SequenceEqual(pieces), $"seed {seed}");
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Paint_DoesNotDependOnTheSamples(string id)
    {
        var @operator = AudioOperators.All.Single(o => o.Id == id);
        var (left, right) = (Signal(new Random(1), 8000), Signal(new Random(2), 8000));

        @operator.Paint(left, 8000, 1, 0, in s_item);
        @operator.Paint(right, 8000, 1, 0, in s_item);

        Assert.Equal(left[2400..5600], right[2400..5600]);
        Assert.NotEqual(left[2399], right[2399]);
        Assert.NotEqual(left[5600], right[5600]);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Paint_BeginsAndEndsInSilence(string id)
    {
        var samples = Signal(new Random(1), 8000);

        AudioOperators.All.Single(o => o.Id == id).Paint(samples, 8000, 1, 0, in s_item);

        Assert.InRange(Math.Abs(samples[2400]), 0, 0.001f);
        Assert.InRange(Math.Abs(samples[5599]), 0, 0.001f);
    }

    [Fact]
    public void Noise_IsAsLoudAsSpeech()
    {
        var samples = new float[80000];
        var item = s_item with { Finding = s_item.Finding with { Region = new(0, 100_000_000) } };

        new Noise().Paint(samples, 8000, 1, 0, in item);

        var decibels = 10 * Math.Log10(samples.Average(s => (double)s * s));
        Assert.InRange(decibels, -26.2, -25.8);
    }

    [Fact]
    public void Configure_KnownOptions_AreTaken()
    {
        var loud = new Tone().Configure(new([new("gain", "1"), new("frequencyHz", "100"), new("paddingMs", "10")]));
        var samples = new float[8000];

        loud.Paint(samples, 8000, 1, 0, in s_item);

        Assert.InRange(samples.Max(), 0.99f, 1f);
        Assert.Equal(TimeSpan.FromMilliseconds(10), loud.Edges.Before);
        Assert.Equal(TimeSpan.FromMilliseconds(10), loud.Edges.After);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Configure_UnknownOption_NamesTheValidOnes(string id)
    {
        var failure =
            Assert.Throws<ArgumentException>(() => AudioOperators.All.Single(o => o.Id == id).Configure(new([new("volume", "1")])));

        Assert.Contains("paddingMs", failure.Message, StringComparison.Ordinal);
    }

    private static float[] Signal(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() / 2 + 0.4f)];
}
