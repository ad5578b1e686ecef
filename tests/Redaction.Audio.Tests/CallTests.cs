using Redaction.TestKit;
using Xunit;

namespace Redaction.Audio.Tests;

public class CallTests
{
    private const string Transcript =
        """{"segments":[{"start":0,"end":1,"text":"call +1 415 555 0132"},{"start":1,"end":3,"text":"or jane@example.org"}]}""";

    [Fact]
    public void Redact_OnEightThreads_EqualsOne()
    {
        var redactor = Calls.Redactor("noise");
        var wav = WavFile.Create("pcm24", 2, 8000, WavFile.Noise("pcm24", 2, 8000, 3));
        var expected = Calls.Redact(wav, Transcript, new WhisperJson(), redactor);

        Parallel.For(0, 64, new ParallelOptions { MaxDegreeOfParallelism = 8 }, _ =>
        {
            var actual = Calls.Redact(wav, Transcript, new WhisperJson(), redactor);
            Assert.Equal(expected.Wav, actual.Wav);
            Assert.Equal(expected.Transcript, actual.Transcript);
        });
    }

    [Theory]
    [InlineData("silence", "call ")] // foreign to text: erased
    [InlineData("label", "call [phone]")] // foreign to audio: silence
    public void Redact_OperatorOfTheOtherMedium_TakesTheStrongest(string @operator, string text)
    {
        var wav = WavFile.Create("pcm16", 1, 8000, WavFile.Noise("pcm16", 1, 8000, 3));

        var (output, transcript, _, _) = Calls.Redact(wav, Transcript, new WhisperJson(), Calls.Redactor(@operator));

        Assert.Contains($"\"{text}\"", transcript, StringComparison.Ordinal);
        Assert.All(WavFile.Data(output)[8000..12000], b => Assert.Equal(0, b));
    }

    [Fact]
    public void Redact_RulesByMedium_AreToldApart()
    {
        var policy = new RedactionPolicy(
            "test", new PolicyRule("tone") { Medium = "audio" }, new PolicyRule("label"));
        var wav = WavFile.Create("pcm16", 1, 8000, WavFile.Noise("pcm16", 1, 8000, 3));

        var (output, transcript, _, plans) = Calls.Redact(wav, Transcript, new WhisperJson(), Calls.Redactor(policy));

        Assert.Contains("[email]", transcript, StringComparison.Ordinal);
        Assert.All(plans.Audio[0].Items, i => Assert.Equal("tone", i.Operator));
        Assert.Contains(WavFile.Data(output)[8000..12000], b => b != 0);
    }

    [Fact]
    public void Redact_GapsUpTo200Milliseconds_AreClosed()
    {
        foreach (var (gap, items) in new[] { (0.68, true), (0.72, false) })
        {
            var second = FormattableString.Invariant($"{1 + gap}");
            var input = $$"""{"segments":[{"start":0,"end":3,"words":[{"word":"+1 415 555 0132","start":0.5,"end":1},{"word":"or","start":1,"end":1.1},{"word":"a@example.org","start":{{second}},"end":2}]}]}""";
            var wav = WavFile.Create("pcm16", 1, 8000, WavFile.Noise("pcm16", 1, 8000, 3));

            var plan = Calls.Redact(wav, input, new WhisperJson()).Plans.Audio[0];

            Assert.Equal(2, plan.Items.Length);
            Assert.Equal(items, plan.Items[0].Finding.Region.End == plan.Items[1].Finding.Region.Start);
        }
    }

    [Fact]
    public void FailingDetector_IsNamedAndQuotesNothing()
    {
        var redactor = Calls.Redactor("label", [new Failing()]);

        var failure = Assert.Throws<RedactionException>(
            () => Calls.RedactText($$"""{"segments":[{"text":"{{Canary.Text}}"}]}""", new WhisperJson(), redactor));

        Assert.Equal("test.failing", failure.Component);
        Assert.DoesNotContain(Canary.Text, failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"segments":[{"text":"canary-7f3q-plover" """, "whisper-json")]
    [InlineData("""{"canary-7f3q-plover": }""", "whisper-json")]
    [InlineData("canary-7f3q-plover --> canary-7f3q-plover", "srt")]
    public void BrokenTranscript_IsNotQuoted(string input, string format)
    {
        var failure = Assert.Throws<RedactionException>(() => Calls.RedactText(input, TranscriptFormats.All.Single(f => f.Id == format)));

        Assert.DoesNotContain(Canary.Text, failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Redact_OutputAgain_ChangesNothing()
    {
        var once = Calls.RedactText(Transcript, new WhisperJson());

        Assert.Equal(once, Calls.RedactText(once, new WhisperJson()));
    }

    [Fact]
    public void Redact_Cancelled_Stops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() => Calls.Redactor().RedactTranscript(
            new MemoryStream("{}"u8.ToArray()), new WhisperJson(), new MemoryStream(), RedactionContext.Default, new Plans(),
            source.Token));
    }

    private sealed class Failing : ITextDetector
    {
        public DetectorInfo Info { get; } = new("test.failing", new EntityType("a"));

        public void Detect(TextSource source, FindingSink<TextSpan> findings) => throw new FormatException(source.Text.ToString());
    }
}
