using Xunit;

namespace Redaction.Audio.Tests;

/// <summary>Painted A-law and µ-law samples, read back by an independent decoder, are the tone that was asked for.</summary>
public class G711Tests
{
    private const string Transcript = """{"segments":[{"start":0,"end":1,"text":"+1 415 555 0132"}]}""";

    [Theory]
    [InlineData("alaw")]
    [InlineData("mulaw")]
    public void Tone_InCompandedSamples_IsTheTone(string codec)
    {
        var policy = new RedactionPolicy("test", new PolicyRule("tone") { With = new([new("gain", "0.9"), new("frequencyHz", "440")]) });
        var file = WavFile.Create(codec, 1, 8000, WavFile.Noise(codec, 1, 8000, 1));

        var painted = WavFile.Data(Calls.Redact(file, Transcript, new WhisperJson(), Calls.Redactor(policy)).Wav);

        for (var i = 100; i < 7900; i++)
        {
            var expected = 0.9 * Math.Sin(2 * Math.PI * 440 * i / 8000.0);
            var actual = codec == "alaw" ? ALaw(painted[i]) : MuLaw(painted[i]);
            Assert.InRange(actual, expected - 0.002 - Math.Abs(expected) / 25, expected + 0.002 + Math.Abs(expected) / 25);
        }
    }

    // ITU-T G.711 written as segments of doubling step: 16 steps a segment.
    private static double ALaw(byte code)
    {
        var bits = code ^ 0x55;
        int segment = (bits >> 4) & 7, step = bits & 15;
        var magnitude = segment == 0 ? 2 * step + 1 : Math.Pow(2, segment - 1) * (2 * step + 33);
        return (bits > 127 ? 1 : -1) * magnitude / 4096;
    }

    private static double MuLaw(byte code)
    {
        var bits = 255 - code;
        int segment = (bits >> 4) & 7, step = bits & 15;
        var magnitude = Math.Pow(2, segment) * (2 * step + 33) - 33;
        return (bits > 127 ? -1 : 1) * magnitude / 8192;
    }
}
