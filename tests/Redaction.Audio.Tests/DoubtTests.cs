using Xunit;

namespace Redaction.Audio.Tests;

public class DoubtTests
{
    [Theory]
    [InlineData("0.9", "\"word\":\"[phone]\"", "\"word\":\"fife\"", 7_500_000, 22_500_000)]
    [InlineData("0.2", "\"word\":\"[phone]\"", "\"word\":\"\"", 7_500_000, 32_500_000)]
    public void WordBesideAValue_HardlyUnderstood_GoesWithIt(string confidence, string first, string second, long from, long to)
    {
        var input = $$"""
            {"segments":[{"start":0,"end":5,"words":[{"word":"call","start":0,"end":0.5,"probability":0.9},{"word":"+1 415 555 0132","start":1,"end":2,"probability":0.9},
            {"word":"fife","start":2.1,"end":2.5,"probability":{{confidence}}},{"word":"now","start":3,"end":4,"probability":0.9}]}]}
            """;

        var (_, output, _, plans) =
            Calls.Redact(WavFile.Create("pcm16", 1, 8000, WavFile.Noise("pcm16", 1, 8000, 5)), input, new WhisperJson());

        Assert.Contains(first, output, StringComparison.Ordinal);
        Assert.Contains(second, output, StringComparison.Ordinal);
        Assert.Equal(AudioSpan.FromBounds(from, to), Assert.Single(plans.Audio[0].Items).Finding.Region);
    }

    [Fact]
    public void TimeOfAValue_HardlyUnderstood_ReachesToItsNeighbours()
    {
        const string Input = "call A 0.00 0.40 call 0.9\ncall A 1.00 0.20 jane@example.org 0.1\ncall A 1.40 0.4 today 0.9\n";

        var plan = Calls.Redact(WavFile.Create("pcm16", 1, 8000, WavFile.Noise("pcm16", 1, 8000, 3)), Input, new Ctm()).Plans.Audio[0];

        Assert.Equal(AudioSpan.FromBounds(2_500_000, 16_500_000), Assert.Single(plan.Items).Finding.Region);
    }
}
