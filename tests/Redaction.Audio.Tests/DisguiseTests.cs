using System.Buffers.Binary;
using System.Text;
using Xunit;

namespace Redaction.Audio.Tests;

public class DisguiseTests
{
    private const int Rate = 16000;
    private const string Transcript = """
        {"segments":[{"start":0,"end":3,"speaker":"agent","words":[{"word":"call","start":0.2,"end":0.5},{"word":"+1 415 555 0132","start":1,"end":2}]},
        {"start":3,"end":4,"speaker":"customer","words":[{"word":"alright","start":3,"end":4}]}]}
        """;

    [Fact]
    public void Coefficient_IsKeyedPerSpeakerAndProject()
    {
        var (here, same, there, other) = (Disguise("one"), Disguise("one"), Disguise("two"), Disguise("one", 9));

        Assert.Equal(here.CoefficientOf("agent"), same.CoefficientOf("agent"));
        Assert.NotEqual(here.CoefficientOf("agent"), here.CoefficientOf("customer"));
        Assert.NotEqual(here.CoefficientOf("agent"), there.CoefficientOf("agent"));
        Assert.NotEqual(here.CoefficientOf("agent"), other.CoefficientOf("agent"));
        Assert.All(Enumerable.Range(0, 200), i => Assert.InRange(here.CoefficientOf($"s{i}"), 0.5, 0.9));
    }

    [Fact]
    public void Disguise_MovesTheFormantsAndKeepsTheLength()
    {
        var vowel = Vowel(700, 1220, 2600);
        var input = WavFile.Create("pcm16", 1, Rate, vowel);

        var output = Redact(input, Disguise("one"));

        Assert.Equal(input.Length, output.Length);
        var (before, after) = (Samples(vowel), Samples(WavFile.Data(output)));
        Assert.InRange(Level(after, 0.2, 0.6) - Level(before, 0.2, 0.6), -3, 3);
        Assert.True(Math.Abs(Centre(after) - Centre(before)) > 80,
            $"the centre of the spectrum moved from {Centre(before):0} to {Centre(after):0} Hz");
    }

    [Theory]
    [InlineData("disguise")]
    [InlineData("formant")]
    [InlineData("pitch")]
    public void Disguise_LeavesMasksSilent(string voice)
    {
        var input = WavFile.Create("pcm16", 1, Rate, Vowel(700, 1220, 2600));

        var output = Samples(WavFile.Data(Redact(input, Disguise("one", voice: voice))));

        Assert.All(output[(int)(0.78 * Rate)..(int)(2.22 * Rate)], s => Assert.Equal(0, s));
    }

    [Theory]
    [InlineData("one")]
    [InlineData("two")]
    [InlineData("four")]
    public void Pitch_MovesByTheCoefficient_AndLeavesTheFormants(string project)
    {
        var (vowel, disguise) = (Vowel(700, 1220, 2600), Disguise(project, voice: "pitch"));

        var output = Samples(WavFile.Data(Redact(WavFile.Create("pcm16", 1, Rate, vowel), disguise)));

        var expected = Pitch(Samples(vowel)) * disguise.CoefficientOf("agent");
        Assert.InRange(Pitch(output), expected * 0.97, expected * 1.03);
        Assert.InRange(Centre(output) / Centre(Samples(vowel)), 0.9, 1.1);
        Assert.InRange(Level(output, 0.2, 0.6) - Level(Samples(vowel), 0.2, 0.6), -3, 3);
    }

    [Theory]
    [InlineData("one")]
    [InlineData("two")]
    [InlineData("four")]
    public void Formant_MovesByTheCoefficient_AndLeavesThePitch(string project)
    {
        var (vowel, disguise) = (Vowel(700, 1220, 2600), Disguise(project, voice: "formant"));

        var output = Samples(WavFile.Data(Redact(WavFile.Create("pcm16", 1, Rate, vowel), disguise)));

        Assert.InRange(Pitch(output), Pitch(Samples(vowel)) * 0.98, Pitch(Samples(vowel)) * 1.02);
        Assert.InRange(Centre(output) / Centre(Samples(vowel)) / disguise.CoefficientOf("agent"), 0.9, 1.1);
    }

    [Theory]
    [InlineData("formant")]
    [InlineData("pitch")]
    public void Coefficient_IsTwoToFiveSemitones_UpOrDown(string voice)
    {
        var disguise = Disguise("one", voice: voice);

        var semitones = Enumerable.Range(0, 200).Select(i => 12 * Math.Log2(disguise.CoefficientOf($"s{i}"))).ToArray();

        Assert.All(semitones, static s => Assert.InRange(Math.Abs(s), 2, 5));
        Assert.InRange(semitones.Count(static s => s > 0), 60, 140);
    }

    [Fact]
    public void Voice_ThatThereIsNot_IsRefused() => Assert.Throws<ArgumentException>(() => Disguise("one", voice: "robot"));

    [Fact]
    public void Warp_KeepsTheEnds_AndTheOrder()
    {
        foreach (var ratio in (double[])[0.75, 0.9, 1, 1.2, 1.33])
        {
            var angles = Enumerable.Range(0, 101).Select(i => MovedFormants.Warp(Math.PI * i / 100, ratio)).ToArray();

            Assert.Equal(0, angles[0], 9);
            Assert.Equal(Math.PI, angles[^1], 9);
            Assert.Equal(angles.Order(), angles);
            Assert.InRange(angles[1] / (Math.PI / 100) / ratio, 0.99, 1.01);
        }
    }

    [Fact]
    public void Disguise_CutsOfTheInput_DoNotMatter()
    {
        var input = WavFile.Create("pcm16", 2, Rate, [.. Vowel(500, 1500, 2500), .. Vowel(500, 1500, 2500)]);

        Assert.Equal(Redact(input, Disguise("one")), Redact(input, Disguise("one")));
        Assert.NotEqual(Redact(input, Disguise("one")), Redact(input, Disguise("two")));
    }

    private static VoiceDisguise Disguise(string project, byte key = 1, string voice = "disguise")
    {
        using var root = new RedactionKey(Enumerable.Repeat(key, 32).ToArray());
        return new(root, project, voice);
    }

    private static byte[] Redact(byte[] wav, VoiceDisguise disguise)
    {
        var redactor = new CallRedactor(new("test", new PolicyRule("silence")), [new SpokenNumbers()],
            [.. Redaction.Text.TextOperators.All, .. AudioOperators.All])
        { Disguise = disguise };
        using var output = new MemoryStream();
        var summary = redactor.Redact(
            new MemoryStream(wav), new MemoryStream(Encoding.UTF8.GetBytes(Transcript)), new WhisperJson(), output, Stream.Null,
            RedactionContext.Default, new Plans(), default);
        Assert.True(summary.IsDisguised);
        return output.ToArray();
    }

    /// <summary>Four seconds of a pulse train through three resonators: a vowel with these formants.</summary>
    private static byte[] Vowel(params double[] formants)
    {
        var signal = Enumerable.Range(0, Rate * 4).Select(i => i % (Rate / 120) == 0 ? 1.0 : 0).ToArray();
        foreach (var formant in formants)
        {
            var (radius, angle) = (0.98, 2 * Math.PI * formant / Rate);
            for (var i = 2; i < signal.Length; i++)
                signal[i] += 2 * radius * Math.Cos(angle) * signal[i - 1] - radius * radius * signal[i - 2];
        }
        var peak = signal.Max(Math.Abs);
        var data = new byte[signal.Length * 2];
        for (var i = 0; i < signal.Length; i++)
            BinaryPrimitives.WriteInt16LittleEndian(data.AsSpan(2 * i), (short)(signal[i] / peak * 16000));
        return data;
    }

    private static short[] Samples(byte[] data) => [.. data.Chunk(2).Select(b => BinaryPrimitives.ReadInt16LittleEndian(b))];

    private static double Level(short[] samples, double from, double to) =>
        10 * Math.Log10(samples[(int)(from * Rate)..(int)(to * Rate)].Average(s => (double)s * s) + 1e-9);

    /// <summary>How often a second the sound repeats itself, between 60 and 300 Hz, by its autocorrelation.</summary>
    private static double Pitch(short[] samples)
    {
        var stretch = samples[(Rate / 5)..(Rate * 3 / 5)];
        double Likeness(int lag) => stretch[lag..].Zip(stretch, static (a, b) => (double)a * b).Sum() / (stretch.Length - lag);
        var best = Enumerable.Range(Rate / 300, Rate / 60 - Rate / 300).MaxBy(Likeness);
        return (double)Rate / best;
    }

    /// <summary>The mean frequency of a stretch, weighted by its power.</summary>
    private static double Centre(short[] samples)
    {
        double sum = 0, weighted = 0;
        for (var frequency = 100; frequency < 4000; frequency += 20)
        {
            double re = 0, im = 0;
            for (var i = 0; i < 1600; i++)
            {
                var (sin, cos) = Math.SinCos(2 * Math.PI * frequency * i / Rate);
                var sample = samples[Rate / 4 + i] * (0.5 - 0.5 * Math.Cos(2 * Math.PI * i / 1600));
                (re, im) = (re + sample * cos, im + sample * sin);
            }
            var power = re * re + im * im;
            (sum, weighted) = (sum + power, weighted + power * frequency);
        }
        return weighted / sum;
    }
}
