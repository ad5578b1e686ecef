using System.Collections.Immutable;

namespace Redaction.Audio;

/// <summary>The platforms of call centres whose JSON is read, each as a table.</summary>
internal static class ContactCentres
{
    private static readonly JsonTimes s_genesys = new("startTimeMs", null, "duration", TimeSpan.TicksPerMillisecond)
    {
        Origins = ["startTime", "transcripts[].startTime", "startTimeMs", "conversationStartTime"],
    };

    private static readonly JsonTimes s_twilio = new("start_time", "end_time", null, TimeSpan.TicksPerSecond);

    public static ImmutableArray<ITranscriptFormat> All { get; } = [Genesys(), Twilio()];

    private static JsonService Genesys() => new("genesys-json", "JSON of Genesys Cloud speech and text analytics.")
    {
        Marks = [["phrases", "participantPurpose"]],
        Groups = [Phrases("transcripts[].phrases[]"), Phrases("phrases[]")],
        Copies = [new("transcripts[].phrases[].alternatives[]") { Texts = ["text", "decoratedText"], Words = ["words[].word"] }],
    };

    private static JsonGroup Phrases(string path) => new(path)
    {
        Words = "words[]",
        Times = s_genesys,
        LineTimes = s_genesys,
        Texts = ["text", "decoratedText"],
        Speaker = "participantPurpose",
    };

    private static JsonService Twilio() => new("twilio-json", "JSON of Twilio Voice and Conversational Intelligence.")
    {
        Marks = [["sentences", "media_channel", "transcript"]],
        Groups =
        [
            new("sentences[]")
            {
                Words = "words[]", Times = s_twilio, LineTimes = s_twilio, Texts = ["transcript"], Speaker = "media_channel",
            },
        ],
    };
}
