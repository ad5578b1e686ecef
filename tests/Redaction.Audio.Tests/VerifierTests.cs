using System.Buffers.Binary;
using System.Text;
using Xunit;

namespace Redaction.Audio.Tests;

/// <summary>Calls in which every word is a tone of its own, so that the verifier of these tests can listen to the samples.</summary>
public class VerifierTests
{
    private const int Rate = 8000;
    private static readonly string[] s_words = ["please", "note", "my", "mail", "jane@example.org", "and", "ring", "again"];

    [Fact]
    public async Task Verify_MaskedCall_PassesWithKeptWords()
    {
        var check = await Check(
            new RedactionPolicy("test", new PolicyRule("silence") { With = new([new("paddingMs", "10"), new("mergeGapMs", "0")]) }));

        Assert.True(check.IsPassed);
        Assert.Empty(check.Residue);
        Assert.Equal((5, 5), (check.KeptWords, check.KeptWordsHeard));
    }

    [Fact]
    public async Task Verify_UnmaskedCall_NamesTheResidue()
    {
        var strict = Calls.Redactor("silence");

        var check = await strict.VerifyAsync(new MemoryStream(Recording()), Words(), new WhisperJson(), new ToneListener(),
            RedactionContext.Default);

        Assert.False(check.IsPassed);
        Assert.Equal(("email", 1), check.Residue.Select(r => (r.Key, r.Value)).Single());
    }

    [Fact]
    public async Task Verify_SilentFile_ProvesNothing()
    {
        var silent = WavFile.Create("pcm16", 1, Rate, new byte[Rate * 2 * s_words.Length]);

        var check = await Calls.Redactor()
            .VerifyAsync(new MemoryStream(silent), Words(), new WhisperJson(), new ToneListener(), RedactionContext.Default);

        Assert.Empty(check.Residue);
        Assert.False(check.IsPassed);
    }

    private static async Task<CallCheck> Check(RedactionPolicy policy)
    {
        var redactor = Calls.Redactor(policy);
        var (wav, transcript, _, _) = Calls.Redact(Recording(), Encoding.UTF8.GetString(Words().ToArray()), new WhisperJson(), redactor);
        return await redactor.VerifyAsync(new MemoryStream(wav), new MemoryStream(Encoding.UTF8.GetBytes(transcript)), new WhisperJson(),
            new ToneListener(), RedactionContext.Default);
    }

    private static MemoryStream Words() => new(Encoding.UTF8.GetBytes(
        "{\"segments\":[{\"start\":0,\"end\":9,\"words\":["
            + string.Join(',',
                s_words.Select((w, i) => FormattableString.Invariant($"{{\"word\":\"{w}\",\"start\":{i},\"end\":{i + 0.8}}}"))) + "]}]}"));

    private static byte[] Recording()
    {
        var data = new byte[Rate * 2 * s_words.Length];
        for (var i = 0; i < data.Length / 2; i++)
            if (i % Rate < 0.8 * Rate)
                BinaryPrimitives.WriteInt16LittleEndian(data.AsSpan(2 * i),
                    (short)(8000 * Math.Sin(2 * Math.PI * Pitch(i / Rate) * i / Rate)));
        return WavFile.Create("pcm16", 1, Rate, data);
    }

    private static double Pitch(int word) => 300 + 150 * word;

    /// <summary>Recognises the words of these tests by their pitch (Goertzel). A real one would start whisper.cpp,
    /// Vosk or a service here.</summary>
    private sealed class ToneListener : ITranscriptVerifier
    {
        public string Id => "tones";

        public async ValueTask<string> ListenAsync(Stream recording, CancellationToken cancellationToken)
        {
            using var copy = new MemoryStream();
            await recording.CopyToAsync(copy, cancellationToken);
            var data = WavFile.Data(copy.ToArray());
            var heard = new List<string>();
            for (var second = 0; second < data.Length / 2 / Rate; second++)
            {
                var samples = Enumerable.Range(second * Rate + Rate / 5, Rate / 5)
                    .Select(i => (double)BinaryPrimitives.ReadInt16LittleEndian(data.AsSpan(2 * i))).ToArray();
                var best = Enumerable.Range(0, s_words.Length).MaxBy(w => Power(samples, Pitch(w)));
                if (Power(samples, Pitch(best)) > 1000) heard.Add(s_words[best]);
            }
            return string.Join(' ', heard);
        }

        private static double Power(double[] samples, double pitch)
        {
            double re = 0, im = 0;
            for (var i = 0; i < samples.Length; i++)
                (re, im) = (re + samples[i] * Math.Cos(2 * Math.PI * pitch * i / Rate),
                    im + samples[i] * Math.Sin(2 * Math.PI * pitch * i / Rate));
            return Math.Sqrt(re * re + im * im) / samples.Length;
        }
    }
}
