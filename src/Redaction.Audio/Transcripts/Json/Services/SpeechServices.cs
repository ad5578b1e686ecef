using System.Collections.Immutable;

namespace Redaction.Audio;

/// <summary>The speech services whose JSON is read, each as a table.</summary>
internal static class SpeechServices
{
    private static readonly JsonTimes s_awsTimes = new("start_time", "end_time", null, TimeSpan.TicksPerSecond);
    private static readonly JsonTimes s_awsMillis = new("BeginOffsetMillis", "EndOffsetMillis", null, TimeSpan.TicksPerMillisecond);
    private static readonly JsonTimes s_googleTimes =
        new("startTime", "endTime", null, TimeSpan.TicksPerSecond)
        {
            Otherwise =
            new("startOffset", "endOffset", null, TimeSpan.TicksPerSecond)
        };

    private static readonly JsonTimes s_azureTicks = new("offsetInTicks", null, "durationInTicks", 1);
    private static readonly JsonTimes s_azureMillis = new("offsetMilliseconds", null, "durationMilliseconds", TimeSpan.TicksPerMillisecond);

    public static ImmutableArray<ITranscriptFormat> All { get; } =
    [
        AwsTranscribe(), AwsCallAnalytics(), AzureBatch(), AzureFast(), AzureConversation(), Deepgram(), Ibm(), Google(), RevAi(),
        Speechmatics(), Gladia(),
        Soniox(), Vosk(), AssemblyAi(), Pyannote(), .. ContactCentres.All,
    ];

    private static JsonService AwsTranscribe() => new("aws-transcribe-json", "JSON of Amazon Transcribe.")
    {
        Marks = [["results", "transcripts"], ["results", "items", "alternatives", "start_time"]],
        Groups =
        [
            new("results")
            {
                Words = "items[]", Word = "alternatives[0].content", Kind = "type", Times = s_awsTimes, WordSpeaker = "speaker_label",
                Twins = ["alternatives[1..].content"], Texts = ["transcripts[].transcript"],
            },
        ],
        Copies =
        [
            new("results.audio_segments[]") { Texts = ["transcript"], Times = s_awsTimes },
            new("results.segments[]") { Times = s_awsTimes, Texts = ["alternatives[].transcript"] },
            new("results.segments[].alternatives[]") { Words = ["items[].content"] },
            new("results.channel_labels.channels[]") { Words = ["items[].alternatives[0].content", "items[].alternatives[1..].content"] },
            new("results.speaker_labels.channels[]") { Words = ["items[].alternatives[0].content"] },
        ],
    };

    private static JsonService AwsCallAnalytics() =>
        new("aws-call-analytics-json", "JSON of Amazon Transcribe Call Analytics and Contact Lens.")
        {
            Marks = [["Transcript", "Content"], ["Transcript", "ParticipantRole"], ["ConversationCharacteristics", "Participants"],
            ["Channel", "Transcript", "Version"]],
            Groups =
        [
            new("Transcript[]")
            {
                Words = "Items[]", Word = "Content", Kind = "Type", Times = s_awsMillis, LineTimes = s_awsMillis, Texts =
                    ["Content"], Speaker = "ParticipantRole",
                Twins = ["Alternatives[].Content"],
            },
        ],
            Copies = [new("Segments[].Utterance") { Texts = ["PartialContent", "Transcript"], Times = s_awsMillis }],
        };

    private static JsonService AzureBatch() => new("azure-batch-json", "JSON of Azure AI Speech batch transcription.")
    {
        Marks = [["recognizedPhrases"], ["combinedRecognizedPhrases"]],
        Groups =
        [
            new("recognizedPhrases[]")
            {
                Alternatives = "nBest[]", Words = "words[]", Times = s_azureTicks, LineTimes = s_azureTicks, Speaker = "speaker",
                Texts = ["display", "lexical", "itn", "maskedITN"],
            },
        ],
        Copies =
        [
            new("recognizedPhrases[]") { Words = ["nBest[0].displayWords[].displayText"], Times = s_azureTicks },
            new("recognizedPhrases[].nBest[1..]") { Words = ["displayWords[].displayText"] },
            new("combinedRecognizedPhrases[]") { Texts = ["lexical", "itn", "maskedITN", "display"] },
        ],
    };

    private static JsonService AzureFast() => new("azure-fast-json", "JSON of Azure AI Speech fast transcription.")
    {
        Marks = [["combinedPhrases"], ["phrases", "offsetMilliseconds"], ["phrases", "durationMilliseconds"]],
        Groups = [new("phrases[]") { Words = "words[]", Word = "text", Times = s_azureMillis, LineTimes = s_azureMillis, Texts =
            ["text"], Speaker = "speaker" }],
        Copies = [new("combinedPhrases[]") { Texts = ["text"] }],
    };

    private static JsonService AzureConversation() => new("azure-conversation-json", "JSON of conversations for Azure AI Language.")
    {
        Marks = [["conversationItems"]],
        Groups = [Items("analysisInput.conversations[].conversationItems[]"), Items("conversations[].conversationItems[]"),
            Items("conversationItems[]")],
    };

    private static JsonGroup Items(string path) => new(path)
    {
        Words = "audioTimings[]",
        Times = new("offset", null, "duration", 1),
        Texts = ["text", "lexical", "itn", "maskedItn"],
        Speaker = "participantId",
    };

    private static JsonService Google() => new("google-stt-json", "JSON of Google Cloud Speech-to-Text, versions 1 and 2.")
    {
        Marks =
        [
            ["results", "alternatives", "transcript", "languageCode"], ["results", "alternatives", "transcript", "resultEndTime"],
            ["results", "alternatives", "transcript", "resultEndOffset"], ["results", "alternatives", "words", "startTime"],
            ["results", "alternatives", "words", "startOffset"],
        ],
        Groups = [GoogleResults("results[]"), GoogleResults("response.results[]"), GoogleResults("results.*.transcript.results[]"),
            GoogleResults("response.results.*.transcript.results[]")],
    };

    private static JsonGroup GoogleResults(string path) => new(path)
    {
        Alternatives = "alternatives[]",
        Words = "words[]",
        Texts = ["transcript"],
        WordSpeaker = "speakerLabel",
        Times = s_googleTimes,
    };

    private static JsonService Deepgram() => new("deepgram-json", "JSON of Deepgram.")
    {
        Marks = [["results", "channels", "alternatives"], ["metadata", "results", "channels"]],
        Groups =
        [
            new("results.channels[]")
            {
                Alternatives = "alternatives[]", Words = "words[]", Twins = ["punctuated_word"], WordSpeaker = "speaker", Texts =
                    ["transcript", "paragraphs.transcript"],
            },
        ],
        Copies =
        [
            new("results.channels[].alternatives[].paragraphs.paragraphs[].sentences[]") { Texts = ["text"], Times = JsonTimes.Seconds },
            new("results.utterances[]") { Texts = ["transcript"], Words = ["words[].word", "words[].punctuated_word"], Times =
                JsonTimes.Seconds },
        ],
    };

    private static JsonService AssemblyAi() => new("assemblyai-json", "JSON of AssemblyAI.")
    {
        Marks = [["audio_url", "text"], ["acoustic_model", "words"], ["utterances", "words", "confidence", "text"],
            ["sentences", "words", "text"], ["paragraphs", "words", "text"]],
        Groups =
        [
            new("") { Words = "words[]", Word = "text", Times = JsonTimes.Milliseconds, WordSpeaker = "speaker", Texts = ["text"] },
            new("sentences[]") { Words = "words[]", Word = "text", Times = JsonTimes.Milliseconds, LineTimes =
                JsonTimes.Milliseconds, Texts = ["text"] },
            new("paragraphs[]") { Words = "words[]", Word = "text", Times = JsonTimes.Milliseconds, LineTimes =
                JsonTimes.Milliseconds, Texts = ["text"] },
        ],
        Copies = [new("utterances[]") { Texts = ["text"], Words = ["words[].text"], Times = JsonTimes.Milliseconds }],
    };

    private static JsonService RevAi() => new("revai-json", "JSON of Rev.ai (application/vnd.rev.transcript.v1.0+json).")
    {
        Marks = [["monologues"]],
        Groups =
        [
            new("monologues[]")
            {
                Words = "elements[]", Word = "value", Kind = "type", Times = new("ts", "end_ts", null, TimeSpan.TicksPerSecond), Speaker =
                    "speaker",
            },
        ],
    };

    private static JsonService Speechmatics() => new("speechmatics-json", "JSON (json-v2) of Speechmatics.")
    {
        Marks = [["results", "alternatives", "content", "type"], ["job", "results", "metadata"]],
        Groups =
        [
            new("")
            {
                Words = "results[]", Word = "alternatives[0].content", Kind = "type", Times = s_awsTimes, WordSpeaker =
                    "alternatives[0].speaker",
                Twins = ["alternatives[1..].content", "spoken_form[].alternatives[].content", "written_form[].alternatives[].content"],
            },
        ],
    };

    private static JsonService Gladia() => new("gladia-json", "JSON of Gladia.")
    {
        Marks = [["utterances", "full_transcript"], ["transcription", "utterances"], ["result", "transcription", "metadata"]],
        Groups = [Utterances("result.transcription.utterances[]"), Utterances("transcription.utterances[]"), Utterances("utterances[]")],
        Copies =
        [
            new("result.transcription") { Texts = ["full_transcript"] },
            new("transcription") { Texts = ["full_transcript"] },
            new("") { Texts = ["full_transcript"] },
            new("result.transcription.sentences[]") { Texts = ["sentence", "text"], Words = ["words[].word"], Times = JsonTimes.Seconds },
        ],
    };

    private static JsonGroup Utterances(string path) =>
        new(path) { Words = "words[]", LineTimes = JsonTimes.Seconds, Texts = ["text"], Speaker = "speaker" };

    private static JsonService Soniox() => new("soniox-json", "JSON of Soniox.")
    {
        Marks = [["tokens", "start_ms", "text"]],
        Groups = [new("") { Words = "tokens[]", Word = "text", Times =
            new("start_ms", "end_ms", null, TimeSpan.TicksPerMillisecond), WordSpeaker = "speaker", Texts = ["text"] }],
    };

    private static JsonService Vosk() => new("vosk-json", "JSON of Vosk and Kaldi servers.")
    {
        Marks = [["result", "conf", "word"], ["result", "word", "start", "text"], ["alternatives", "result", "word", "text"]],
        Groups = [VoskLine(""), VoskLine("[]"), VoskAlternatives(""), VoskAlternatives("[]")],
    };

    private static JsonGroup VoskLine(string path) => new(path) { Words = "result[]", Texts = ["text"] };

    private static JsonGroup VoskAlternatives(string path) => VoskLine(path) with { Alternatives = "alternatives[]" };

    private static JsonService Ibm() => new("ibm-watson-json", "JSON of IBM Watson Speech to Text.")
    {
        Marks = [["results", "alternatives", "timestamps"], ["results", "alternatives", "transcript", "final"],
            ["result_index", "results"]],
        Groups =
        [
            new("results[]")
            {
                Alternatives = "alternatives[]", Words = "timestamps[]", Word = "[0]", Times =
                    new("[1]", "[2]", null, TimeSpan.TicksPerSecond), Texts = ["transcript"],
            },
        ],
        Copies = [new("results[]") { Words = ["word_alternatives[].alternatives[].word"] }],
    };

    private static JsonService Pyannote() => new("pyannote-json", "JSON of pyannoteAI with words.")
    {
        Marks = [["wordLevelTranscription"], ["turnLevelTranscription"]],
        Groups = [new("output") { Words = "wordLevelTranscription[]", Word = "text", WordSpeaker = "speaker" },
            new("") { Words = "wordLevelTranscription[]", Word = "text", WordSpeaker = "speaker" }],
        Copies =
        [
            new("output.turnLevelTranscription[]") { Texts = ["text"], Times = JsonTimes.Seconds },
            new("turnLevelTranscription[]") { Texts = ["text"], Times = JsonTimes.Seconds },
        ],
    };
}
