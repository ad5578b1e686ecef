using Xunit;

namespace Redaction.Audio.Tests;

public class ColumnTests
{
    private const string CtmFile =
        ";; made up\ncall A 0.00 0.40 call 0.9\ncall A 0.50 0.20 +1\ncall A 0.70 0.30 415\ncall A 1.00 0.30 555\ncall A 1.30 0.30 0132 "
        + "0.8\r\ncall A 2.00 0.40 today\n";

    [Theory]
    [InlineData("ctm", CtmFile)]
    [InlineData("stm", ";; made up\ncall 1 Jane_Doe 0.0 2.5 <o,f0,female>  call +1 415 555 0132\tnow \n")]
    [InlineData("rttm", "SPEAKER call 1 0.00 2.50 <NA> <NA> jane.doe@example.org <NA> <NA>\n")]
    public void Redact_NoFindings_IsTheSameBytes(string id, string input)
    {
        var policy = new RedactionPolicy("test", new PolicyRule(PolicyRule.Keep));

        Assert.Equal(input, Calls.RedactText(input, Format(id), Calls.Redactor(policy)));
    }

    [Fact]
    public void Ctm_NumberOverWords_KeepsTheColumns()
    {
        var wav = WavFile.Create("pcm16", 1, 8000, WavFile.Noise("pcm16", 1, 8000, 3));

        var (_, output, _, plans) = Calls.Redact(wav, CtmFile, new Ctm());

        Assert.Equal(
            ";; made up\ncall A 0.00 0.40 call 0.9\ncall A 0.50 0.20 [phone]\ncall A 0.70 0.30 _\ncall A 1.00 0.30 _\ncall A 1.30 0.30 _ "
            + "0.8\r\ncall A 2.00 0.40 today\n", output);
        Assert.Equal(AudioSpan.FromBounds(2_500_000, 18_500_000), Assert.Single(plans.Audio[0].Items).Finding.Region);
    }

    [Fact]
    public void Stm_SpeakerAndText_AreRedacted()
    {
        var output = Calls.RedactText("call 1 Jane_Doe 0.0 2.5 <o>  call +1 415 555 0132 now\n", new Stm());

        Assert.Equal("call 1 [person] 0.0 2.5 <o>  call [phone] _ _ _ now\n", output);
    }

    [Fact]
    public void Rttm_NameOfTheSpeaker_IsRedacted()
    {
        var output = Calls.RedactText(
            "SPEAKER call 1 0.00 2.50 <NA> <NA> Jane_Doe <NA> <NA>\nSPEAKER call 1 3.00 2.50 <NA> <NA> spk_1 <NA> <NA>\n", new Rttm());

        Assert.Equal("SPEAKER call 1 0.00 2.50 <NA> <NA> [person] <NA> <NA>\nSPEAKER call 1 3.00 2.50 <NA> <NA> spk_1 <NA> <NA>\n", output);
    }

    [Theory]
    [InlineData("ctm", "call A 0.0 word")]
    [InlineData("ctm", "call A x 0.1 word")]
    [InlineData("stm", "call 1 spk 0.0 later hello")]
    [InlineData("rttm", "SPEAKER call 1 0.0")]
    public void Redact_BrokenLine_SaysSo(string id, string input)
    {
        Assert.Equal(ErrorCodes.Malformed, Assert.Throws<RedactionException>(() => Calls.RedactText(input, Format(id))).Code);
    }

    private static ITranscriptFormat Format(string id) => TranscriptFormats.All.Single(f => f.Id == id);
}
