using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Redaction.Audio;
using Redaction.Image;

namespace Redaction;

/// <summary>A video; with its transcript where the policy has its sound redacted.</summary>
internal sealed class VideoItem(VideoFormat format, ITranscriptFormat? spoken) : IFileItem
{
    public string Kind => ItemKinds.Video;

    public IFileFormat Format => format;

    public VideoSummary Seen { get; set; } = new(format.Id, 0, 0, 0, 1, 0, 0);

    /// <summary>What was done to the sound; null where there is none, or it was not listened to.</summary>
    public CallSummary? Heard { get; set; }

    public VideoAudio Sound { get; set; }

    public ImmutableSortedDictionary<string, long> Dropped => Seen.Left;

    public bool IsHeard => Heard is not null;

    public string Figures => string.Create(
        CultureInfo.InvariantCulture, $"{Seen.Width} × {Seen.Height}, {Seen.MaskedFrames} of {Seen.Frames} frames masked")
        + (Heard is { UnheardSeconds: > 0 } sound ? "; " + CallItem.Told(sound) : "");

    public void Redact(RedactionEngine engine, IItemWork work)
    {
        Sound = engine.Policy.Video.Sound;
        var (video, output) = (work.Read(0), work.Write(0));
        if (spoken is null)
        {
            Seen = engine.Videos.Redact(video, format, output, CallItem.HasChoice(engine) ? ListenAlone : null, work.Context, work.Observer,
                work.Cancellation);
            return;
        }
        var (words, wordsOut) = (work.Read(1), work.Write(1));
        Seen = engine.Videos.Redact(video, format, output, Listen, work.Context, work.Observer, work.Cancellation);
        // A silent video has nothing to listen to, but still a transcript.
        if (Heard is null) engine.Calls.RedactTranscript(words, spoken, wordsOut, work.Context, work.Observer, work.Cancellation);

        void ListenAlone(Stream wav, Stream redacted) => Heard = Redacted(wav, redacted, Stream.Null, Stream.Null);

        void Listen(Stream wav, Stream redacted) => Heard = Redacted(wav, redacted, words, wordsOut);

        CallSummary Redacted(Stream wav, Stream redacted, Stream spokenWords, Stream spokenOut) =>
            new ListenedCall(engine.Calls, engine.Listener).Redact(wav, null, redacted, work.Context,
                (from, to) => CallItem.RedactWav(engine, work, from, to, spokenWords, spoken, spokenOut), work.Cancellation);
    }

    public void WriteFacts(Utf8JsonWriter json)
    {
        json.WriteNumber("width", Seen.Width);
        json.WriteNumber("height", Seen.Height);
        json.WriteNumber("seconds", Math.Round(Seen.Frames / Seen.FramesPerSecond, 3));
        json.WriteNumber("frames", Seen.Frames);
        json.WriteNumber("framesMasked", Seen.MaskedFrames);
        json.WriteNumber("framesRead", Seen.ReadFrames);
        json.WriteNumber("tracks", Seen.Tracks);
        json.WriteString("audio", Sound.ToString().ToLowerInvariant());
        LeastFields.Write(json, Seen.Left);
        if (Sound == VideoAudio.Redact) CallItem.WriteMask(json, Heard ?? new(0, 0));
    }
}
