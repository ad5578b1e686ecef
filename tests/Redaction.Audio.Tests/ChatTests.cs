using Xunit;

namespace Redaction.Audio.Tests;

public class ChatTests
{
    public const string File = "@UTF8\n@Begin\n@Languages:\teng\n@Participants:\tCUS Jane_Doe Adult, AGE Adult\n"
        + "*CUS:\tcall me at +1 415 555 0132 . \u00150_2000\u0015\n%com:\tshe calls twice\n"
        + "*AGE:\tokay\n\tthank you . \u00152100_2900\u0015\n@End\n";

    [Fact]
    public void Redact_Utterance_IsMaskedInItsTime()
    {
        var wav = WavFile.Create("pcm16", 1, 8000, WavFile.Noise("pcm16", 1, 8000, 3));

        var (_, output, _, plans) = Calls.Redact(wav, File, new Chat());

        Assert.Contains("*CUS:\tcall me at [phone] . \u00150_2000\u0015\n", output, StringComparison.Ordinal);
        Assert.Contains("CUS [person] Adult, AGE Adult\n", output, StringComparison.Ordinal);
        Assert.InRange(plans.Audio[0].Items[0].Finding.Region.End, 10_000_000, 26_000_000);
    }

    [Fact]
    public void Redact_UtteranceWithoutABullet_LiesBetweenItsNeighbours()
    {
        var wav = WavFile.Create("pcm16", 1, 8000, WavFile.Noise("pcm16", 1, 8000, 4));
        const string Text = "@UTF8\n@Begin\n*CUS:\thello . \u00150_1000\u0015\n"
            + "*CUS:\t+1 415 555 0132 .\n*AGE:\tokay . \u00152500_3500\u0015\n@End\n";

        var (_, _, _, plans) = Calls.Redact(wav, Text, new Chat());

        var region = Assert.Single(plans.Audio[0].Items).Finding.Region;
        Assert.True(region.Start <= 10_000_000 && region.End >= 25_000_000 - 2_500_000, "the time between the utterances around it");
    }

    [Theory]
    [InlineData("@UTF8\n@Begin\nhello\n")]
    [InlineData("\thello\n@Begin\n")]
    [InlineData("@UTF8\n@Begin\n*hello\n")]
    public void Redact_LineOfNoKind_IsRefused(string text) =>
        Assert.Equal(ErrorCodes.Malformed, Assert.Throws<RedactionException>(() => Calls.RedactText(text, new Chat())).Code);
}
