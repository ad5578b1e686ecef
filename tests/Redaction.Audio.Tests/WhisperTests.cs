using System.Text.Json;
using Xunit;

namespace Redaction.Audio.Tests;

public class WhisperTests
{
    [Fact]
    public void Whisper_EveryCopyOfTheText_IsRedacted()
    {
        const string Input = """
            {"text": " Mail jane.doe@example.com or call +1 415 555 0132.", "language": "en",
             "segments": [{"id": 0, "start": 0.0, "end": 6.0, "text": " Mail jane.doe@example.com or call +1 415 555 0132.", "tokens": [50364, 29164, 11],
              "words": [{"word": " Mail", "start": 0.0, "end": 0.4, "probability": 0.9}, {"word": " jane", "start": 0.5, "end": 0.9},
               {"word": ".doe", "start": 0.9, "end": 1.2}, {"word": "@example", "start": 1.2, "end": 1.8}, {"word": ".com", "start": 1.8, "end": 2.2},
               {"word": " or", "start": 2.4, "end": 2.6}, {"word": " call", "start": 2.7, "end": 3.0}, {"word": " +1", "start": 3.2, "end": 3.5},
               {"word": " 415", "start": 3.5, "end": 4.2}, {"word": " 555", "start": 4.2, "end": 5.0}, {"word": " 0132.", "start": 5.0, "end": 5.8}]},
              {"id": 1, "start": 6.0, "end": 7.0, "text": " Bye.", "tokens": [7, 8], "words": [{"word": " Bye.", "start": 6.1, "end": 6.5}]}]}
            """;

        var output = Calls.RedactText(Input, new WhisperJson());

        Assert.Equal(
            Input.Replace("jane.doe@example.com or call +1 415 555 0132", "[email] or call [phone]", StringComparison.Ordinal)
                .Replace("[50364, 29164, 11]", "[]", StringComparison.Ordinal)
                .Replace("\" jane\"", "\" [email]\"", StringComparison.Ordinal).Replace("\".doe\"", "\"\"", StringComparison.Ordinal)
                .Replace("\"@example\"", "\"\"", StringComparison.Ordinal).Replace("\".com\"", "\"\"", StringComparison.Ordinal)
                .Replace("\" +1\"", "\" [phone]\"", StringComparison.Ordinal).Replace("\" 415\"", "\"\"", StringComparison.Ordinal)
                .Replace("\" 555\"", "\"\"", StringComparison.Ordinal).Replace("\" 0132.\"", "\".\"", StringComparison.Ordinal),
            output);
    }

    [Fact]
    public void WhisperX_WordsWithoutTimes_TakeTheTimeBetweenTheirNeighbours()
    {
        const string Input = """
            {"segments":[{"start":0.2,"end":4.0,"text":"call +1 415 555 0132 today","speaker":"Jane Doe",
             "words":[{"word":"call","start":0.2,"end":0.5,"score":0.9,"speaker":"SPEAKER_00"},{"word":"+1"},{"word":"415"},{"word":"555"},{"word":"0132"},
             {"word":"today","start":3.5,"end":3.9,"score":0.8}],
             "chars":[{"char":"c","start":0.2,"end":0.3},{"char":"a"},{"char":"l"},{"char":"l"},{"char":" "},{"char":"+"},{"char":"1"},{"char":" "},
             {"char":"4"},{"char":"1"},{"char":"5"},{"char":" "},{"char":"5"},{"char":"5"},{"char":"5"},{"char":" "},{"char":"0"},{"char":"1"},{"char":"3"},{"char":"2"},
             {"char":" "},{"char":"t"},{"char":"o"},{"char":"d"},{"char":"a"},{"char":"y"}]}],
             "word_segments":[{"word":"call"},{"word":"+1"},{"word":"415"},{"word":"555"},{"word":"0132"},{"word":"today"}],"language":"en"}
            """;
        var wav = WavFile.Create("pcm16", 1, 8000, WavFile.Noise("pcm16", 1, 8000, 4));

        var (_, output, _, plans) = Calls.Redact(wav, Input, new WhisperXJson());

        Assert.Equal(AudioSpan.FromBounds(2_500_000, 37_500_000), Assert.Single(plans.Audio[0].Items).Finding.Region);
        foreach (var secret in new[] { "415", "555", "0132", "+1", "Jane", "\"3\"", "\"4\"" })
            Assert.DoesNotContain(secret, output, StringComparison.Ordinal);
        Assert.Contains("\"speaker\":\"[person]\"", output, StringComparison.Ordinal);
        Assert.Contains("SPEAKER_00", output, StringComparison.Ordinal);
        using var document = JsonDocument.Parse(output);
        Assert.Equal("[phone]", document.RootElement.GetProperty("word_segments")[1].GetProperty("word").GetString());
        Assert.Equal(6, document.RootElement.GetProperty("segments")[0].GetProperty("words").GetArrayLength());
    }

    [Fact]
    public void Api_WordsBesideSegments_AreOneText()
    {
        const string Input = """
            {"task":"transcribe","duration":3.0,"text":"Call +1-415-555-0132. Bye","words":[{"word":"Call","start":0.0,"end":0.4},{"word":"1","start":0.6,"end":0.8},
             {"word":"415","start":0.8,"end":1.2},{"word":"555","start":1.2,"end":1.6},{"word":"0132","start":1.6,"end":2.0},{"word":"Bye","start":2.5,"end":2.9}],
             "segments":[{"id":0,"start":0,"end":2.2,"text":"Call +1-415-555-0132."},{"id":1,"start":2.2,"end":3,"text":"Bye"}]}
            """;
        var wav = WavFile.Create("pcm16", 1, 8000, WavFile.Noise("pcm16", 1, 8000, 3));

        var (_, output, _, plans) = Calls.Redact(wav, Input, new WhisperJson());

        Assert.DoesNotContain("0132", output, StringComparison.Ordinal);
        Assert.DoesNotContain("555", output, StringComparison.Ordinal);
        Assert.Contains("\"text\":\"Call [phone]. Bye\"", output, StringComparison.Ordinal);
        Assert.Equal(AudioSpan.FromBounds(3_500_000, 22_500_000), Assert.Single(plans.Audio[0].Items).Finding.Region);
    }

    [Fact]
    public void WhisperCpp_TokensAndTheirNumbers_AreRedacted()
    {
        const string Input = """
            {"result":{"language":"en"},"transcription":[{"timestamps":{"from":"00:00:00,000","to":"00:00:03,000"},"offsets":{"from":0,"to":3000},
             "text":" Call +1 415 555 0132","tokens":[{"text":"[_BEG_]","offsets":{"from":0,"to":0},"id":50364,"p":0.9},{"text":" Call","offsets":{"from":0,"to":500},"id":7,"p":0.9},
             {"text":" +","offsets":{"from":600,"to":700},"id":8},{"text":"1","offsets":{"from":700,"to":900},"id":9},{"text":" 4","offsets":{"from":900,"to":1000},"id":10},
             {"text":"15","offsets":{"from":1000,"to":1300},"id":11},{"text":" 555","offsets":{"from":1300,"to":1800},"id":12},{"text":" 01","offsets":{"from":1800,"to":2200},"id":13},
             {"text":"32","offsets":{"from":2200,"to":2600},"id":14}]}]}
            """;
        var wav = WavFile.Create("pcm16", 1, 8000, WavFile.Noise("pcm16", 1, 8000, 3));

        var (_, output, _, plans) = Calls.Redact(wav, Input, new WhisperCppJson());

        Assert.Contains("\"text\":\" Call [phone]\"", output, StringComparison.Ordinal);
        foreach (var secret in new[] { "\"15\"", "555", "\"32\"", "\"id\":14", "\"id\":10" })
            Assert.DoesNotContain(secret, output, StringComparison.Ordinal);
        Assert.Contains("\"text\":\" [phone]\"", output, StringComparison.Ordinal);
        Assert.Equal(AudioSpan.FromBounds(3_500_000, 28_500_000), Assert.Single(plans.Audio[0].Items).Finding.Region);
    }

    [Fact]
    public void Segments_WithoutWords_MaskTheSpokenPartAndItsNeighbours()
    {
        const string Input = """
            {"text":"","segments":[{"start":0,"end":10,"text":"well I am going to tell you my number it is +1 415 555 0132 and that was all I wanted to say to you today thank you"}]}
            """;
        var wav = WavFile.Create("pcm16", 1, 8000, WavFile.Noise("pcm16", 1, 8000, 10));

        var (_, output, summary, _) = Calls.Redact(wav, Input, new WhisperJson());

        Assert.Contains("it is [phone] and that", output, StringComparison.Ordinal);
        Assert.InRange(summary.MaskedSeconds, 3, 7);
    }

    [Fact]
    public void Segments_CopyThatSaysSomethingElse_IsSearchedOnItsOwn()
    {
        // The words lack "um", the segment has it inside the number; the summary repeats the number in another writing.
        const string Input = """
            {"text":"so +14155550132 um mail jane@example.org","segments":[{"start":0,"end":4,"text":"so +1 415 555 0132 um mail jane@example.org",
             "words":[{"word":"so","start":0,"end":0.5},{"word":"+1 415 555 0132","start":1,"end":2}]}],"note":"from +1 415 555 0132"}
            """;
        var wav = WavFile.Create("pcm16", 1, 8000, WavFile.Noise("pcm16", 1, 8000, 4));

        var single = Calls.Redact(wav, Input, new WhisperJson());

        foreach (var secret in new[] { "0132", "jane", "example" })
            Assert.DoesNotContain(secret, single.Transcript, StringComparison.Ordinal);
        Assert.Equal(4, single.Summary.MaskedSeconds); // the address has no time of its own: its segment goes
    }

    [Fact]
    public void WordsWithoutAnyTimes_AreStillTakenForATranscript()
    {
        var document = """{"segments":[{"text":" call 4111 1111","words":[{"word":" call"},{"word":" 4111"},{"word":" 1111"}]}]}"""u8;

        Assert.IsType<WhisperJson>(Formats.Detect(".json", document)); // as ordinary JSON the split number would stay in the words
    }

    [Fact]
    public void WordsInUnknownPlaces_AreRefused()
    {
        var document = """{"parts":[{"words":[{"word":"4111"},{"word":"1111"}]}]}"""u8.ToArray();
        using var input = new MemoryStream(document);

        var failure = Assert.Throws<RedactionException>(() => Calls.Redactor().RedactTranscript(
            input, Formats.Detect(".json", document)!, Stream.Null));

        Assert.Equal(ErrorCodes.UnsupportedFormat, failure.Code);
    }

    [Fact]
    public void NoTimes_WithAudio_Fails()
    {
        const string Input = """{"text":"call +1 415 555 0132","segments":[{"text":"call +1 415 555 0132","start":null,"end":null}]}""";
        var wav = WavFile.Create("pcm16", 1, 8000, new byte[1600]);

        Assert.Equal(ErrorCodes.NoTime, Assert.Throws<RedactionException>(() => Calls.Redact(wav, Input, new WhisperJson())).Code);
        Assert.Contains("call [phone]", Calls.RedactText(Input, new WhisperJson()), StringComparison.Ordinal);
    }

    [Fact]
    public void Escapes_OutsideTheRedaction_StayAsTheyAre()
    {
        const string Input = """{"text":"Caf\u00e9 \"x\" \/ jane@example.org \ud83d\ude00 \t!","segments":[],"start":0,"end":1}""";

        Assert.Equal(Input.Replace("jane@example.org", "[email]", StringComparison.Ordinal), Calls.RedactText(Input, new WhisperJson()));
    }

    [Fact]
    public void EscapedSecret_IsFound()
    {
        const string Input = """{"text":"mail j\u0061ne\u0040example.org now","segments":[]}""";

        Assert.Equal("""{"text":"mail [email] now","segments":[]}""", Calls.RedactText(Input, new WhisperJson()));
    }

    [Fact]
    public void PropertyName_WithASecret_IsRedacted()
    {
        Assert.Equal("""{"segments":[],"[email]":1}""", Calls.RedactText("""{"segments":[],"jane@example.org":1}""", new WhisperJson()));
    }

    [Theory]
    [InlineData("", ErrorCodes.Truncated)]
    [InlineData("""{"text":"a","segments":[{"start":0""", ErrorCodes.Truncated)]
    [InlineData("""{"text":"a" "b"}""", ErrorCodes.Malformed)]
    [InlineData("[1]", ErrorCodes.Malformed)]
    [InlineData("""{"text":"a"} x""", ErrorCodes.Malformed)]
    [InlineData("""{"segments":[{"start":1e300,"end":2,"text":"a"}]}""", ErrorCodes.Malformed)]
    public void BrokenDocument_SaysSo(string input, string code)
    {
        Assert.Equal(code, Assert.Throws<RedactionException>(() => Calls.RedactText(input, new WhisperJson())).Code);
    }

    [Fact]
    public void Keep_LetsTheValueBeSeenAndHeard()
    {
        const string Input = """{"segments":[{"start":0,"end":1,"text":"call +1 415 555 0132"}]}""";
        var wav = WavFile.Create("pcm16", 1, 8000, WavFile.Noise("pcm16", 1, 8000, 1));

        var (output, transcript, summary, plans) = Calls.Redact(wav, Input, new WhisperJson(), Calls.Redactor(PolicyRule.Keep));

        Assert.Equal(wav, output);
        Assert.Equal(Input, transcript);
        Assert.Equal(0, summary.MaskedSeconds);
        Assert.Equal(1, plans.Audio[0].Kept);
    }

    [Fact]
    public void Detect_TextLongerThanTheHead_IsATranscript()
    {
        var head = System.Text.Encoding.UTF8.GetBytes("{ \"text\" : \" " + new string('a', 70_000) + "\", \"segments\": []}");

        Assert.Equal("whisper-json", Formats.Detect(".json", head.AsSpan(0, 64 * 1024))?.Id);
        Assert.Null(Formats.Detect(".json", "{\"text\":\"short\"}"u8));
    }
}
