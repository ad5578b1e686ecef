using Xunit;

namespace Redaction.Audio.Tests;

public class ColumnTests
{
    private const string CtmFile =
        ";; made up\ncall A 0.00 0.40 call 0.9\ncall A 0.50 0.20 +1\ncall A 0.70 0.30 415\ncall A 1.00 0.30 555\ncall A 1.30 0.30 0132 "
        + "0.8\r\ncall A 2.00 0.40 today\n";

    internal const string HeardFile =
        "my number is four one five\n<s> 0.00 0.10 0.99\nmy 0.11 0.30 0.9\nnumber(2) 0.31 0.70 0.8\nis 0.71 0.80 0.9\n"
        + "<sil> 0.81 1.00 1.0\nfour 1.01 1.20 0.9\none 1.21 1.40 0.9\nfive(3) 1.41 1.60 0.9\n[NOISE] 1.61 1.70 0.9\n"
        + "</s> 1.71 1.80 1.0\n\nbye\n<s> 2.00 2.10 0.9\nbye 2.11 2.40 0.3\n</s> 2.41 2.50 1.0\n";

    [Theory]
    [InlineData("ctm", CtmFile)]
    [InlineData("pocketsphinx", HeardFile)]
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
    public void PocketSphinx_Value_LeavesLineWordsAndSound()
    {
        var wav = WavFile.Create("pcm16", 1, 8000, WavFile.Noise("pcm16", 1, 8000, 3));

        var heard = HeardFile.Replace("four", "+14155550132", StringComparison.Ordinal);
        var (_, output, _, plans) = Calls.Redact(wav, heard, new PocketSphinx());

        Assert.StartsWith("my number is [phone] one five\n<s>", output, StringComparison.Ordinal);
        Assert.Contains("\n[phone] 1.01 1.20 0.9\n", output, StringComparison.Ordinal);
        var region = Assert.Single(plans.Audio[0].Items).Finding.Region;
        Assert.True(region.Start <= 10_100_000 && region.End >= 12_000_000 && region.End < 16_000_000);
    }

    [Fact]
    public void Stm_SpeakerAndText_AreRedacted()
    {
        var output = Calls.RedactText("call 1 Jane_Doe 0.0 2.5 <o>  call +1 415 555 0132 now\n", new Stm());

        Assert.Equal("call 1 [person] 0.0 2.5 <o>  call [phone] _ _ _ now\n", output);
    }

    [Theory]
    [InlineData("call1", true)]
    [InlineData("utt_0001-A", true)]
    [InlineData("sw02001-b", true)]
    [InlineData("a", true)]
    [InlineData("jane_call1", false)]
    [InlineData("doe", false)]
    [InlineData("åsa", false)]
    public void RecordingName_WordsForRecordings_AreCodes(string name, bool isCode) =>
        Assert.Equal(isCode, RecordingName.IsCode(System.Text.Encoding.UTF8.GetBytes(name)));

    [Theory]
    [InlineData("spk_a", false)]
    [InlineData("Agent 2", false)]
    [InlineData("speaker_b", false)]
    [InlineData("spk_jane", true)]
    [InlineData("Jane D", true)]
    public void SpeakerName_RolesAndLetters_AreNoPersons(string label, bool isPersonal) =>
        Assert.Equal(isPersonal, SpeakerName.IsPersonal(label));

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
    [InlineData("pocketsphinx", "two lines\nbefore words\n<s> 0.0 0.1 0.9\n")]
    public void Redact_BrokenLine_SaysSo(string id, string input)
    {
        Assert.Equal(ErrorCodes.Malformed, Assert.Throws<RedactionException>(() => Calls.RedactText(input, Format(id))).Code);
    }

    private static ITranscriptFormat Format(string id) => TranscriptFormats.All.Single(f => f.Id == id);
}
