using Xunit;

namespace Redaction.Audio.Tests;

/// <summary>Transcripts of tools and platforms whose times stand apart from what was said.</summary>
public class PlatformTests
{
    internal const string TrsFile = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE Trans SYSTEM "trans-14.dtd">
        <Trans scribe="Jane Doe" audio_filename="call" version="1" version_date="240101">
        <Speakers>
        <Speaker id="spk1" name="Tom Brown" check="no" type="male" dialect="native" accent="" scope="local"/>
        </Speakers>
        <Episode>
        <Section type="report" startTime="0" endTime="3.000">
        <Turn speaker="spk1" startTime="0.0" endTime="2.000">
        <Sync time="0.0"/>
        hello there
        <Event desc="b" type="noise" extent="instantaneous"/>
        <Sync time="1.0"/>
        +1 415 555 0132
        </Turn>
        </Section>
        </Episode>
        </Trans>
        """;

    internal const string RealtimeFile =
        "{\"type\":\"session.created\",\"event_id\":\"e1\",\"session\":{\"id\":\"s\"}}\n"
        + "{\"type\":\"input_audio_buffer.speech_started\",\"audio_start_ms\":100,\"item_id\":\"i1\"}\n"
        + "{\"type\":\"input_audio_buffer.speech_stopped\",\"audio_end_ms\":800,\"item_id\":\"i1\"}\n"
        + "{\"type\":\"conversation.item.input_audio_transcription.completed\",\"item_id\":\"i1\",\"transcript\":\"hello there\"}\n"
        + "{\"type\":\"response.audio_transcript.done\",\"item_id\":\"i9\",\"transcript\":\"your number please\"}\n"
        + "{\"type\":\"input_audio_buffer.speech_started\",\"audio_start_ms\":1000,\"item_id\":\"i2\"}\n"
        + "{\"type\":\"input_audio_buffer.speech_stopped\",\"audio_end_ms\":2000,\"item_id\":\"i2\"}\n"
        + "{\"type\":\"conversation.item.input_audio_transcription.delta\",\"item_id\":\"i2\",\"delta\":\"+1 41\"}\n"
        + "{\"type\":\"conversation.item.input_audio_transcription.delta\",\"item_id\":\"i2\",\"delta\":\"5 555 0132\"}\n"
        + "{\"type\":\"conversation.item.input_audio_transcription.completed\",\"item_id\":\"i2\",\"transcript\":\"+1 415 555 0132\"}\n"
        + "{\"type\":\"conversation.item.done\",\"item\":{\"id\":\"i2\",\"content\":[{\"type\":\"input_audio\",\"transcript\":"
        + "\"+1 415 555 0132\"}]}}\n";

    [Fact]
    public void Trs_Number_IsMaskedFromItsSync()
    {
        var (output, region) = Redact(TrsFile, new Trs());

        Assert.Contains("\n[phone]\n", output, StringComparison.Ordinal);
        Assert.Contains("scribe=\"[person]\"", output, StringComparison.Ordinal);
        Assert.Contains("name=\"[person]\"", output, StringComparison.Ordinal);
        Assert.Contains("<!DOCTYPE Trans SYSTEM \"trans-14.dtd\">", output, StringComparison.Ordinal);
        Assert.True(region.Start <= 10_000_000 && region.End >= 20_000_000);
    }

    [Theory]
    [InlineData("<!DOCTYPE Trans [<!ENTITY a \"jane\">]>", "malformed")]
    [InlineData("<!DOCTYPE Trans SYSTEM \"t.dtd\" [<!ENTITY a \"jane\">]>", "malformed")]
    public void Trs_DocumentTypeOfItsOwn_IsRefused(string type, string code)
    {
        var file = TrsFile.Replace("<!DOCTYPE Trans SYSTEM \"trans-14.dtd\">", type, StringComparison.Ordinal);

        Assert.Equal(code, Assert.Throws<RedactionException>(() => Calls.RedactText(file, new Trs())).Code);
    }

    [Fact]
    public void Realtime_Number_StandsInNoEvent()
    {
        var (output, region) = Redact(RealtimeFile, new OpenAiRealtime());

        foreach (var secret in (string[])["415", "5 555", "0132", "+1 41"]) Assert.DoesNotContain(secret, output, StringComparison.Ordinal);
        Assert.Contains("hello there", output, StringComparison.Ordinal);
        Assert.Contains("your number please", output, StringComparison.Ordinal);
        Assert.True(region.Start <= 10_000_000 && region.End >= 20_000_000);
    }

    [Fact]
    public void Realtime_CutLine_IsTruncated() => Assert.Equal(ErrorCodes.Truncated,
        Assert.Throws<RedactionException>(() => Calls.RedactText(RealtimeFile[..^4], new OpenAiRealtime())).Code);

    [Fact]
    public void Genesys_TimesOfTheClockWithoutAStart_AreRefused()
    {
        var file = ServiceTests.s_samples["genesys-json"].Replace("\"startTime\"", "\"made\"", StringComparison.Ordinal);

        Assert.Equal(ErrorCodes.Malformed, Assert.Throws<RedactionException>(
            () => Calls.RedactText(file, TranscriptFormats.All.Single(static f => f.Id == "genesys-json"))).Code);
    }

    private static (string Output, AudioSpan Region) Redact(string transcript, ITranscriptFormat format)
    {
        var wav = WavFile.Create("pcm16", 1, 8000, WavFile.Noise("pcm16", 1, 8000, 3));
        var (_, output, _, plans) = Calls.Redact(wav, transcript, format);
        return (output, Assert.Single(plans.Audio[0].Items).Finding.Region);
    }
}
