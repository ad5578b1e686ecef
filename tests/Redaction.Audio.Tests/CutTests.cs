using Redaction.TestKit;
using Xunit;

namespace Redaction.Audio.Tests;

public class CutTests
{
    [Fact]
    public void WhisperDocument_CutAnywhere_IsTruncated()
    {
        var transcript = File.ReadAllText(Repository.PathOf("samples", "calls", "support-call.json"));
        var redactor = Calls.Redactor();
        for (var length = 0; length < transcript.LastIndexOf('}'); length += 37)
        {
            var failure = Assert.Throws<RedactionException>(() => Calls.RedactText(transcript[..length], new WhisperJson(), redactor));

            Assert.Equal(ErrorCodes.Truncated, failure.Code);
        }
    }

    /// <summary>Breaks random bytes: a document is refused by a typed error or redacted, and nothing else happens.</summary>
    [Theory]
    [InlineData("support-call.json", "whisper-json")]
    [InlineData("voicemail.vtt", "vtt")]
    [InlineData("voicemail.vtt", "srt")]
    public void Transcript_WithBrokenBytes_IsRefusedOrRedacted(string file, string id)
    {
        var content = File.ReadAllBytes(Repository.PathOf("samples", "calls", file));
        var format = TranscriptFormats.All.Single(f => f.Id == id);
        var redactor = Calls.Redactor();
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var broken = (byte[])content.Clone();
            for (var i = random.Next(1, 5); i > 0; i--) broken[random.Next(broken.Length)] = (byte)random.Next(256);
            try
            {
                redactor.RedactTranscript(new MemoryStream(broken), format, Stream.Null, RedactionContext.Default, new Plans(), default);
            }
            catch (RedactionException e) when (e.Code is ErrorCodes.Malformed or ErrorCodes.Truncated or ErrorCodes.InvalidEncoding
                or ErrorCodes.Unsearched)
            {
                continue;
            }
            catch (Exception e)
            {
                Assert.Fail($"seed {seed}: {e.GetType().Name}");
            }
        }
    }

    [Fact]
    public void Wav_WithABrokenHeader_IsRefusedOrRedacted()
    {
        var file = WavFile.Create("float32", 2, 8000, WavFile.Noise("float32", 2, 8000, 0.2), extensible: true, metadata: true);
        var transcript = """{"segments":[{"start":0,"end":0.1,"text":"+1 415 555 0132"}]}""";
        var redactor = Calls.Redactor();
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var broken = (byte[])file.Clone();
            broken[random.Next(120)] = (byte)random.Next(256);
            try
            {
                Calls.Redact(broken, transcript, new WhisperJson(), redactor);
            }
            catch (RedactionException)
            {
                continue;
            }
            catch (Exception e)
            {
                Assert.Fail($"seed {seed}: {e.GetType().Name}");
            }
        }
    }
}
