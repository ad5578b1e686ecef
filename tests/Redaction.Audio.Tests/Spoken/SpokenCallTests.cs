using System.Globalization;
using Redaction.Text;
using Xunit;

namespace Redaction.Audio.Tests;

public class SpokenCallTests
{
    [Fact]
    public void Redact_SpokenCard_IsGoneFromTextAndAudio()
    {
        var words = "sure my card number is four one one one one one one one um one one double one one one one one thanks for waiting"
            .Split(' ');
        var wav = WavFile.Create("pcm16", 1, 8000, WavFile.Noise("pcm16", 1, 8000, words.Length / 4 + 1));

        var (output, transcript, _, _) = Calls.Redact(wav, Whisper(words), new WhisperJson(), Redactor());

        Assert.DoesNotContain("one", transcript, StringComparison.Ordinal);
        Assert.Contains("sure my card number is", transcript, StringComparison.Ordinal);
        Assert.Contains("thanks for waiting", transcript, StringComparison.Ordinal);
        var data = WavFile.Data(output);
        Assert.All(data[(5 * 4000)..(20 * 4000)], b => Assert.Equal(0, b));
        Assert.Contains(data[..(4 * 4000)], b => b != 0);
    }

    [Fact]
    public void RedactTranscript_SpokenAddressOfASite_IsGone()
    {
        var redacted = Calls.RedactText(
            """{"segments":[{"text":"go to h t t p colon slash slash w w w dot jane doe dot com slash me please"}]}""", new WhisperJson(),
            Redactor());

        Assert.DoesNotContain("doe", redacted, StringComparison.Ordinal);
        Assert.DoesNotContain("w w w", redacted, StringComparison.Ordinal);
    }

    [Fact]
    public void RedactTranscript_SpokenMail_IsGone()
    {
        var redacted = Calls.RedactText("""{"segments":[{"text":"you can write to jane dot doe seven at example dot com if you like"}]}""",
            new WhisperJson(), Redactor());

        Assert.Equal("""{"segments":[{"text":"you can write to [email] if you like"}]}""", redacted);
    }

    [Theory] // NVIDIA's cases again, as a caller would say them: nothing of the value is left
    [InlineData("my phone number is", "double oh three one two three five six seven eight")]
    [InlineData("you can call me on", "plus nine one one two three four five six seven eight nine zero")]
    [InlineData("my card number is", "four four three two double seven three two one four three two one four three double zero five")]
    [InlineData("my", "ssn is seven double nine one two three double one three")]
    [InlineData("the ip address is", "two two five dot double five dot o dot forty five")]
    [InlineData("the licence plate is", "five w k r a three one")]
    [InlineData("my email is", "a dot b c at g mail dot com")]
    [InlineData("my email is", "a b three hyphen s d d dash three at g mail dot com")]
    [InlineData("go to", "h t t p colon slash slash w w w dot jane doe dot com")]
    public void RedactTranscript_SpokenValue_IsGone(string question, string value)
    {
        var redacted = Calls.RedactText($$"""{"segments":[{"text":"{{question}} {{value}} thank you"}]}""", new WhisperJson(), Redactor());

        Assert.Contains("thank you", redacted, StringComparison.Ordinal);
        var kept = redacted.Split('"')[5].Split(' ');
        Assert.Empty(value.Split(' ').Except(["ssn", "is"]).Intersect(kept));
    }

    [Fact]
    public void RedactTranscript_ArticleBeforeANumber_Stays()
    {
        const string Input = """{"segments":[{"text":"it was a thirty six hour trip"}]}""";

        Assert.Equal(Input, Calls.RedactText(Input, new WhisperJson(), Redactor()));
    }

    private static CallRedactor Redactor() =>
        Calls.Redactor(new RedactionPolicy("test", new PolicyRule("label") { MinScore = 0.5f }, new PolicyRule("keep")),
            [.. TextDetectors.All, new SpokenDetector()]);

    /// <summary>A Whisper transcript of words a quarter of a second each.</summary>
    private static string Whisper(string[] words)
    {
        var timed = words.Select(
            (w, i) => string.Create(CultureInfo.InvariantCulture, $$"""{"word":" {{w}}","start":{{i / 4.0}},"end":{{(i + 1) / 4.0}}}"""));
        return $$"""{"text":" {{string.Join(' ', words)}}","segments":[{"start":0,"end":{{words.Length}},"text":" {{string.Join(' ', words)}}","words":[{{string.Join(',', timed)}}]}]}""";
    }
}
