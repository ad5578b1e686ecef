using System.Text;
using System.Text.Json;
using Xunit;

namespace Redaction.Audio.Tests;

/// <summary>Each service's JSON: an invented call in every copy of the text that the service writes.</summary>
public class ServiceTests
{
    // $W: the words of the number as the service writes them; $T: a text with the number.
    internal static readonly Dictionary<string, string> s_samples = new()
    {
        ["aws-transcribe-json"] = """
            {"jobName":"j","results":{"transcripts":[{"transcript":"Call +1 415 555 0132."}],
             "speaker_labels":{"speakers":1,"segments":[{"speaker_label":"spk_0","start_time":"0.0","end_time":"2.4","items":[{"start_time":"0.0","end_time":"0.2","speaker_label":"spk_0"}]}]},
             "items":[{"id":0,"type":"pronunciation","start_time":"0.0","end_time":"0.4","alternatives":[{"confidence":"0.99","content":"Call"}],"speaker_label":"spk_0"},
              {"type":"pronunciation","start_time":"0.5","end_time":"0.7","alternatives":[{"confidence":"0.9","content":"+1"}]},
              {"type":"pronunciation","start_time":"0.7","end_time":"1.0","alternatives":[{"content":"415"},{"content":"416"}]},
              {"type":"pronunciation","start_time":"1.0","end_time":"1.3","alternatives":[{"content":"555"}]},
              {"type":"pronunciation","start_time":"1.3","end_time":"1.6","alternatives":[{"content":"0132"}]},
              {"type":"punctuation","alternatives":[{"confidence":"0.0","content":"."}]}],
             "audio_segments":[{"id":0,"transcript":"Call +1 415 555 0132.","start_time":"0.0","end_time":"1.6","items":[0,1]}]},"status":"COMPLETED"}
            """,
        ["aws-call-analytics-json"] = """
            {"Channel":"VOICE","Version":"1.1.0","Transcript":[{"Id":"a1","ParticipantRole":"CUSTOMER","BeginOffsetMillis":0,"EndOffsetMillis":1800,"Content":"Call +1 415 555 0132.",
             "Items":[{"Type":"pronunciation","BeginOffsetMillis":0,"EndOffsetMillis":400,"Content":"Call"},{"Type":"pronunciation","BeginOffsetMillis":500,"EndOffsetMillis":700,"Content":"+1"},
              {"Type":"pronunciation","BeginOffsetMillis":700,"EndOffsetMillis":1000,"Content":"415"},{"Type":"pronunciation","BeginOffsetMillis":1000,"EndOffsetMillis":1300,"Content":"555"},
              {"Type":"pronunciation","BeginOffsetMillis":1300,"EndOffsetMillis":1600,"Content":"0132"},{"Type":"punctuation","Content":"."}]}],
             "ContactSummary":{"Content":"number is 14155550132"}}
            """,
        ["azure-batch-json"] = """
            {"source":"https://storage.example/a.wav","durationInTicks":30000000,
             "combinedRecognizedPhrases":[{"channel":0,"lexical":"call plus one four one five five five five zero one three two","itn":"call +1 415 555 0132","maskedITN":"call +1 415 555 0132","display":"Call +1 415 555 0132."}],
             "recognizedPhrases":[{"recognitionStatus":"Success","speaker":1,"channel":0,"offset":"PT0S","duration":"PT1.6S","offsetInTicks":0.0,"durationInTicks":16000000.0,
              "nBest":[{"confidence":0.9,"lexical":"call plus one four one five five five five zero one three two","itn":"call +1 415 555 0132","maskedITN":"call +1 415 555 0132","display":"Call +1 415 555 0132.",
               "words":[{"word":"call","offset":"PT0S","duration":"PT0.4S","offsetInTicks":0,"durationInTicks":4000000},{"word":"+1","offsetInTicks":5000000,"durationInTicks":2000000},
                {"word":"415","offsetInTicks":7000000,"durationInTicks":3000000},{"word":"555","offsetInTicks":10000000,"durationInTicks":3000000},{"word":"0132","offsetInTicks":13000000,"durationInTicks":3000000}],
               "displayWords":[{"displayText":"Call","offset":"PT0S"},{"displayText":"+1"},{"displayText":"415"},{"displayText":"555"},{"displayText":"0132."}]},
              {"confidence":0.8,"lexical":"all plus one four one five five five five zero one three two","display":"All +1 415 555 0132."}]}]}
            """,
        ["azure-fast-json"] = """
            {"durationMilliseconds":3000,"combinedPhrases":[{"channel":0,"text":"Call +1 415 555 0132."}],
             "phrases":[{"channel":0,"speaker":1,"offsetMilliseconds":0,"durationMilliseconds":1600,"text":"Call +1 415 555 0132.","words":[{"text":"Call","offsetMilliseconds":0,"durationMilliseconds":400},
              {"text":"+1","offsetMilliseconds":500,"durationMilliseconds":200},{"text":"415","offsetMilliseconds":700,"durationMilliseconds":300},{"text":"555","offsetMilliseconds":1000,"durationMilliseconds":300},
              {"text":"0132.","offsetMilliseconds":1300,"durationMilliseconds":300}],"locale":"en-US","confidence":0.9}]}
            """,
        ["azure-conversation-json"] = """
            {"conversations":[{"conversationItems":[{"participantId":"1","id":"1","text":"Call +1 415 555 0132.","lexical":"call plus one four one five five five five oh one three two","itn":"call +1 415 555 0132",
             "maskedItn":"call +1 415 555 0132","audioTimings":[{"word":"call","offset":0,"duration":4000000},{"word":"+1","offset":5000000,"duration":2000000},{"word":"415","offset":7000000,"duration":3000000},
              {"word":"555","offset":10000000,"duration":3000000},{"word":"0132","offset":13000000,"duration":3000000}]}]}]}
            """,
        ["google-stt-json"] = """
            {"results":[{"alternatives":[{"transcript":"call +1 415 555 0132","confidence":0.9,"words":[{"startTime":"0s","endTime":"0.400s","word":"call","speakerTag":1},{"startTime":"0.5s","endTime":"0.7s","word":"+1"},
              {"startTime":"0.7s","endTime":"1s","word":"415"},{"startTime":"1s","endTime":"1.3s","word":"555"},{"startTime":"1.300s","endTime":"1.6s","word":"0132"}]},
             {"transcript":"call plus one four one five five five five oh one three two"}],"resultEndTime":"1.6s","languageCode":"en-us"}]}
            """,
        ["deepgram-json"] = """
            {"metadata":{"request_id":"r"},"results":{"channels":[{"alternatives":[{"transcript":"call +1 415 555 0132","confidence":0.9,
             "words":[{"word":"call","start":0.0,"end":0.4,"punctuated_word":"Call"},{"word":"+1","start":0.5,"end":0.7,"punctuated_word":"+1"},{"word":"415","start":0.7,"end":1.0,"punctuated_word":"415"},
              {"word":"555","start":1.0,"end":1.3,"punctuated_word":"555"},{"word":"0132","start":1.3,"end":1.6,"punctuated_word":"0132."}],
             "paragraphs":{"transcript":"\nCall +1 415 555 0132.","paragraphs":[{"sentences":[{"text":"Call +1 415 555 0132.","start":0.0,"end":1.6}]}]}}]}],
             "utterances":[{"start":0.0,"end":1.6,"channel":0,"transcript":"call +1 415 555 0132","words":[{"word":"call","punctuated_word":"Call"},{"word":"+1"},{"word":"415"},{"word":"555"},{"word":"0132"}],"id":"u"}],
             "summary":{"short":"left 14155550132"}}}
            """,
        ["assemblyai-json"] = """
            {"id":"t","acoustic_model":"m","audio_url":"https://media.example/a.wav","text":"Call +1 415 555 0132.","words":[{"text":"Call","start":0,"end":400,"confidence":0.9,"speaker":"A"},
             {"text":"+1","start":500,"end":700},{"text":"415","start":700,"end":1000},{"text":"555","start":1000,"end":1300},{"text":"0132.","start":1300,"end":1600}],
             "utterances":[{"speaker":"A","start":0,"end":1600,"text":"Call +1 415 555 0132.","words":[{"text":"Call"},{"text":"+1"},{"text":"415"},{"text":"555"},{"text":"0132."}]}],
             "entities":[{"entity_type":"phone_number","text":"14155550132","start":500,"end":1600}],"summary":"The number 1 (415) 555-0132 was left."}
            """,
        ["revai-json"] = """
            {"monologues":[{"speaker":0,"elements":[{"type":"text","value":"Call","ts":0.0,"end_ts":0.4},{"type":"punct","value":" "},{"type":"text","value":"+1","ts":0.5,"end_ts":0.7},{"type":"punct","value":" "},
             {"type":"text","value":"415","ts":0.7,"end_ts":1.0},{"type":"punct","value":" "},{"type":"text","value":"555","ts":1.0,"end_ts":1.3},{"type":"punct","value":" "},
             {"type":"text","value":"0132","ts":1.3,"end_ts":1.6},{"type":"punct","value":"."}]}]}
            """,
        ["speechmatics-json"] = """
            {"format":"2.9","job":{"id":"x"},"metadata":{"type":"transcription"},"results":[{"type":"word","start_time":0.0,"end_time":0.4,"alternatives":[{"content":"Call","speaker":"S1"}]},
             {"type":"entity","entity_class":"phone","start_time":0.5,"end_time":1.6,"alternatives":[{"content":"+1 415 555 0132","speaker":"S1"}],
              "spoken_form":[{"type":"word","start_time":0.5,"end_time":1,"alternatives":[{"content":"plus"}]},{"type":"word","start_time":1,"end_time":1.6,"alternatives":[{"content":"one"}]}],
              "written_form":[{"type":"word","alternatives":[{"content":"+1 415 555"}]},{"type":"word","alternatives":[{"content":"0132"}]}]},
             {"type":"punctuation","attaches_to":"previous","start_time":1.6,"end_time":1.6,"alternatives":[{"content":"."}]}]}
            """,
        ["gladia-json"] = """
            {"id":"x","result":{"metadata":{"audio_duration":3},"transcription":{"full_transcript":"Call +1 415 555 0132.","utterances":[{"start":0,"end":1.6,"channel":0,"speaker":0,"text":"Call +1 415 555 0132.",
             "words":[{"word":"Call","start":0,"end":0.4},{"word":" +1","start":0.5,"end":0.7},{"word":" 415","start":0.7,"end":1},{"word":" 555","start":1,"end":1.3},{"word":" 0132.","start":1.3,"end":1.6}]}],
             "subtitles":[{"format":"srt","subtitles":"1\n00:00:00,000 --> 00:00:01,600\nCall +1 415 555 0132."}]}}}
            """,
        ["soniox-json"] = """
            {"id":"x","text":"Call +1 415 555 0132.","tokens":[{"text":"Ca","start_ms":0,"end_ms":200},{"text":"ll","start_ms":200,"end_ms":400},{"text":" +1","start_ms":500,"end_ms":700},{"text":" 415","start_ms":700,"end_ms":1000},
             {"text":" 555","start_ms":1000,"end_ms":1300},{"text":" 01","start_ms":1300,"end_ms":1400},{"text":"32","start_ms":1400,"end_ms":1600},{"text":".","start_ms":1600,"end_ms":1600}]}
            """,
        ["vosk-json"] = """
            {"result":[{"conf":1.0,"start":0.0,"end":0.4,"word":"call"},{"conf":1.0,"start":0.5,"end":0.7,"word":"+1"},{"conf":1.0,"start":0.7,"end":1.0,"word":"415"},{"conf":1.0,"start":1.0,"end":1.3,"word":"555"},
             {"conf":1.0,"start":1.3,"end":1.6,"word":"0132"}],"text":"call +1 415 555 0132"}
            """,
        ["ibm-watson-json"] = """
            {"result_index":0,"results":[{"final":true,"alternatives":[{"transcript":"call +1 415 555 0132 ","confidence":0.9,"timestamps":[["call",0.0,0.4],["+1",0.5,0.7],["415",0.7,1.0],["555",1.0,1.3],["0132",1.3,1.6]]},
             {"transcript":"all plus one four one five five five five oh one three two "}]}],"speaker_labels":[{"from":0.0,"to":0.4,"speaker":0,"confidence":0.5}]}
            """,
        ["timed-json"] = """
            {"job":{"output":{"text":"call +1 415 555 0132","chunks":[{"text":" call","timestamp":[0.0,0.4]},{"text":" +1","timestamp":[0.5,0.7]},{"text":" 415","timestamp":[0.7,1.0]},
             {"text":" 555","timestamp":[1.0,1.3]},{"text":" 0132","timestamp":[1.3,1.6]}]}}}
            """,
        ["genesys-json"] = """
            {"conversationId":"c","startTime":1712345678000,"transcripts":[{"transcriptId":"t","phrases":[{"text":"call +1 415 555 0132","decoratedText":"call +1 (415) 555-0132","startTimeMs":1712345678000,"duration":{"milliseconds":1600},"participantPurpose":"external",
             "words":[{"word":"call","startTimeMs":1712345678000,"duration":{"milliseconds":400}},{"word":"+1","startTimeMs":1712345678500,"duration":{"milliseconds":200}},{"word":"415","startTimeMs":1712345678700,"duration":{"milliseconds":300}},
             {"word":"555","startTimeMs":1712345679000,"duration":{"milliseconds":300}},{"word":"0132","startTimeMs":1712345679300,"duration":{"milliseconds":300}}]}]}]}
            """,
        ["twilio-json"] = """
            {"sentences":[{"media_channel":1,"sentence_index":0,"start_time":"0.0","end_time":"1.6","transcript":"Call +1 415 555 0132.","sid":"GX1","confidence":"0.9",
             "words":[{"word":"call","start_time":"0.0","end_time":"0.4"},{"word":"+1","start_time":"0.5","end_time":"0.7"},{"word":"415","start_time":"0.7","end_time":"1.0"},{"word":"555","start_time":"1.0","end_time":"1.3"},{"word":"0132","start_time":"1.3","end_time":"1.6"}]}],"meta":{"key":"sentences"}}
            """,
        ["pyannote-json"] = """
            {"jobId":"x","output":{"wordLevelTranscription":[{"start":0,"end":0.4,"text":"Call","speaker":"SPEAKER_00"},{"start":0.5,"end":0.7,"text":"+1","speaker":"SPEAKER_00"},{"start":0.7,"end":1,"text":"415"},
             {"start":1,"end":1.3,"text":"555"},{"start":1.3,"end":1.6,"text":"0132."}],"turnLevelTranscription":[{"start":0,"end":1.6,"text":"Call +1 415 555 0132.","speaker":"SPEAKER_00"}]}}
            """,
    };

    public static TheoryData<string> Ids => [.. s_samples.Keys];

    [Fact]
    public void EveryService_HasASample()
    {
        Assert.Equal(
            TranscriptFormats.All.Where(f => f.Extensions.Contains(".json") && !f.Id.StartsWith("whisper", StringComparison.Ordinal))
                .Select(f => f.Id).Order(), s_samples.Keys.Order());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Detect_Sample_IsOfItsService(string id)
    {
        Assert.Equal(id, Formats.Detect(".json", Encoding.UTF8.GetBytes(s_samples[id]))?.Id);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Redact_NoFindings_IsTheSameBytes(string id)
    {
        var redactor = Calls.Redactor("label", []);

        Assert.Equal(s_samples[id], Calls.RedactText(s_samples[id], Format(id), redactor));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Redact_Number_StandsInNoCopy(string id)
    {
        var wav = WavFile.Create("pcm16", 1, 8000, WavFile.Noise("pcm16", 1, 8000, 3));

        var (_, output, _, plans) = Calls.Redact(wav, s_samples[id], Format(id));

        foreach (var secret in new[] { "0132", "415", "555", "five five", "32\"" })
            Assert.DoesNotContain(secret, output, StringComparison.Ordinal);
        Assert.Contains("[phone]", output, StringComparison.Ordinal);
        Assert.Contains("all", output, StringComparison.Ordinal);
        Assert.Equal(AudioSpan.FromBounds(2_500_000, 18_500_000), Assert.Single(plans.Audio[0].Items).Finding.Region);
        using var document = JsonDocument.Parse(output);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Redact_CutSample_SaysSo(string id)
    {
        for (var length = 1; length < s_samples[id].Length; length += 97)
            Assert.Equal(ErrorCodes.Truncated,
                Assert.Throws<RedactionException>(() => Calls.RedactText(s_samples[id][..length].TrimEnd(), Format(id))).Code);
    }

    private static ITranscriptFormat Format(string id) => TranscriptFormats.All.Single(f => f.Id == id);
}
