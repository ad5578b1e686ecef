using System.Buffers.Binary;
using Xunit;

namespace Redaction.Audio.Tests;

public class MaskTests
{
    private const int Rate = 16000;

    // The value is said from 2 s to 3 s.
    private const string Transcript = """
        {"segments":[{"start":1,"end":4,"words":[{"word":"call","start":1,"end":1.5},{"word":"+1 415 555 0132","start":2,"end":3},{"word":"now","start":3.4,"end":4}]}]}
        """;

    [Theory]
    [InlineData("paddingMs", "100", 1.9, 3.1)]
    [InlineData("paddingBeforeMs", "500", 1.5, 3.25)]
    [InlineData("paddingAfterMs", "0", 1.75, 3.008)]
    public void Padding_IsSetForEachDirection(string option, string value, double from, double to)
    {
        var region = Plan(Signal(), new PolicyRule("silence") { With = new([new(option, value), new("snapMs", "0")]) }).Single();

        Assert.Equal(AudioSpan.FromBounds((long)(from * 1e7), (long)(to * 1e7)), region);
    }

    [Fact]
    public void Padding_IsSetForEachEntity()
    {
        var wide = new PolicyRule("silence")
        {
            Entities = [new("phone")],
            With =
            new([new("paddingMs", "600"), new("snapMs", "0"), new("paddingOverWordsMs", "600")])
        };

        Assert.Equal(AudioSpan.FromBounds(14_000_000, 36_000_000), Plan(Signal(), wide, new("silence")).Single());
    }

    /// <summary>The call has "call" until 1.0 s, the value from 2 s to 3 s, and "now" from 3.0 s.</summary>
    [Theory]
    [InlineData("0", 17_500_000, 30_080_000)]
    [InlineData("100", 17_500_000, 31_000_000)]
    [InlineData("5000", 17_500_000, 32_500_000)]
    public void Padding_EndsWhereTheNextWordBegins(string over, long from, long to)
    {
        const string Input = "call A 0.00 1.00 call 0.9\ncall A 2.00 1.00 jane@example.org 0.9\ncall A 3.00 0.50 now 0.9\n";
        var rule = new PolicyRule("silence") { With = new([new("snapMs", "0"), new("paddingOverWordsMs", over)]) };

        var plan = Calls.Redact(WavFile.Create("pcm16", 1, 8000, WavFile.Noise("pcm16", 1, 8000, 5)), Input, new Ctm(),
            Calls.Redactor(new RedactionPolicy("test", rule))).Plans.Audio[0];

        Assert.Equal(AudioSpan.FromBounds(from, to), Assert.Single(plan.Items).Finding.Region);
    }

    [Fact]
    public void Padding_CoversANeighbourThatWasHardlyUnderstood()
    {
        const string Input = "call A 2.00 1.00 jane@example.org 0.9\ncall A 3.00 0.50 now 0.1\n";
        var rule = new PolicyRule("silence") { With = new([new("snapMs", "0")]) };

        var plan = Calls.Redact(WavFile.Create("pcm16", 1, 8000, WavFile.Noise("pcm16", 1, 8000, 5)), Input, new Ctm(),
            Calls.Redactor(new RedactionPolicy("test", rule))).Plans.Audio[0];

        Assert.True(Assert.Single(plan.Items).Finding.Region.End >= 32_500_000);
    }

    [Theory]
    [InlineData("fadeMs", "4")]
    [InlineData("fadeMs", "11")]
    [InlineData("snapMs", "many")]
    [InlineData("mergeGapMs", "-1")]
    [InlineData("paddingBefore", "10")]
    public void Options_OutOfRange_AreErrors(string option, string value)
    {
        Assert.Throws<PolicyException>(
            () => Calls.Redactor(new RedactionPolicy("test", new PolicyRule("noise") { With = new([new(option, value)]) })));
    }

    [Fact]
    public void Snap_EdgeInSound_MovesOutToSilence()
    {
        var samples = Signal();
        Clear(samples, 1.65, 1.7);
        Clear(samples, 3.3, 3.35);

        var region = Plan(samples, new PolicyRule("silence")).Single();

        Assert.InRange(region.Start, 16_500_000, 17_000_000);
        Assert.InRange(region.End, 33_000_000, 33_500_000);
    }

    [Fact]
    public void Snap_NoSilenceNearby_LeavesTheEdge()
    {
        var samples = Signal();
        Clear(samples, 1.4, 1.5);

        Assert.Equal(AudioSpan.FromBounds(17_500_000, 32_500_000), Plan(samples, new PolicyRule("silence")).Single());
    }

    [Theory]
    [InlineData("silence")]
    [InlineData("tone")]
    [InlineData("noise")]
    public void Fades_LieOutsideTheWords(string @operator)
    {
        var samples = Enumerable.Repeat((short)16000, Rate * 5).ToArray();

        var output = Samples(
            Redact(samples, new PolicyRule(@operator) { With = new([new("paddingMs", "20"), new("fadeMs", "10"), new("snapMs", "0")]) }));

        var (first, end) = ((int)(1.98 * Rate), (int)(3.02 * Rate));
        Assert.Equal(samples[..first], output[..first]);
        Assert.Equal(samples[end..], output[end..]);
        for (var i = 1; i < 160; i++) Assert.True(output[first + i] <= output[first + i - 1] && output[end - i] >= output[end - i - 1]);
        Assert.InRange(output[first + 159], 0, 40);
        Assert.InRange(output[end - 160], 0, 40);
    }

    [Fact]
    public void Noise_HasTheLoudnessOfTheSurroundings_AndOneLevel()
    {
        foreach (var gain in new[] { 0.02, 0.2 })
        {
            var samples = Signal(gain);
            var output = Samples(Redact(samples, new PolicyRule("noise")));
            var inside = Level(output, 1.8, 3.2);
            Assert.InRange(inside - Level(samples, 0.5, 1.5), -2.5, 2.5);
            for (var at = 1.8; at < 3.1; at += 0.1) Assert.InRange(Level(output, at, at + 0.1) - inside, -1, 1);
        }
    }

    [Fact]
    public void Noise_DoesNotDependOnWhatIsMasked()
    {
        var (loud, rhythm) = (Signal(), Signal());
        for (var i = 2 * Rate; i < 3 * Rate; i++) rhythm[i] = i / 800 % 2 == 0 ? (short)30000 : (short)0;

        Assert.Equal(Redact(loud, new PolicyRule("noise")), Redact(rhythm, new PolicyRule("noise")));
    }

    [Fact]
    public void Clip_IsPlayedFromItsBeginning()
    {
        var clip = new Clip([.. Enumerable.Repeat(0.5f, 8000)], 16000);
        var redactor =
            new CallRedactor(new("test", new PolicyRule("clip")), [new SpokenNumbers()], [.. Redaction.Text.TextOperators.All, clip]);

        var output = Samples(Calls.Redact(Wav(Signal()), Transcript, new WhisperJson(), redactor).Wav);

        Assert.All(output[(int)(1.8 * Rate)..(int)(2.2 * Rate)], s => Assert.Equal(16384, s));
        Assert.All(output[(int)(2.3 * Rate)..(int)(3.2 * Rate)], s => Assert.Equal(0, s));
    }

    [Fact]
    public void Clip_OfAPolicy_ComesFromItsFile()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, Wav(Enumerable.Repeat((short)8192, Rate).ToArray()));

            var output = Samples(Redact(Signal(), new PolicyRule("clip") { With = new([new("file", path)]) }));

            Assert.All(output[(int)(1.8 * Rate)..(int)(2.7 * Rate)], s => Assert.Equal(8192, s));
            File.WriteAllText(path, "no sound");
            Assert.Throws<PolicyException>(
                () => Calls.Redactor(new RedactionPolicy("test", new PolicyRule("clip") { With = new([new("file", path)]) })));
            Assert.Throws<PolicyException>(() => Calls.Redactor(new RedactionPolicy("test", new PolicyRule("clip"))));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static IEnumerable<AudioSpan> Plan(short[] samples, params PolicyRule[] rules) =>
        Calls.Redact(Wav(samples), Transcript, new WhisperJson(), Calls.Redactor(new RedactionPolicy("test", rules))).Plans.Audio[0].Items
            .Select(i => i.Finding.Region);

    private static byte[] Redact(short[] samples, PolicyRule rule) =>
        Calls.Redact(Wav(samples), Transcript, new WhisperJson(), Calls.Redactor(new RedactionPolicy("test", rule))).Wav;

    private static byte[] Wav(short[] samples)
    {
        var data = new byte[samples.Length * 2];
        for (var i = 0; i < samples.Length; i++) BinaryPrimitives.WriteInt16LittleEndian(data.AsSpan(2 * i), samples[i]);
        return WavFile.Create("pcm16", 1, Rate, data);
    }

    private static short[] Samples(byte[] wav) => [.. WavFile.Data(wav).Chunk(2).Select(b => BinaryPrimitives.ReadInt16LittleEndian(b))];

    /// <summary>Five seconds of seeded noise.</summary>
    private static short[] Signal(double gain = 0.2)
    {
        var random = new Random(7);
        return [.. Enumerable.Range(0, Rate * 5).Select(_ => (short)((random.NextDouble() * 2 - 1) * gain * 32767))];
    }

    private static void Clear(short[] samples, double from, double to) =>
        samples.AsSpan((int)(from * Rate), (int)((to - from) * Rate)).Clear();

    private static double Level(short[] samples, double from, double to) =>
        10 * Math.Log10(samples[(int)(from * Rate)..(int)(to * Rate)].Average(s => (double)s * s / 32768 / 32768));
}
