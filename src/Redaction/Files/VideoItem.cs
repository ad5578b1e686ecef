using System.Globalization;
using System.Text.Json;
using Redaction.Audio;
using Redaction.Image;

namespace Redaction;

/// <summary>A video; with its transcript where the policy has its sound redacted.</summary>
internal sealed class VideoItem(VideoFormat format, ITranscriptFormat? spoken) : IFileItem
{
    private VideoSummary _seen = new(format.Id, 0, 0, 0, 1, 0, 0);
    private CallSummary? _heard;
    private VideoAudio _sound;

    public string Kind => ItemKinds.Video;

    public IFileFormat Format => format;

    public string Figures => string.Create(
        CultureInfo.InvariantCulture, $"{_seen.Width} × {_seen.Height}, {_seen.MaskedFrames} of {_seen.Frames} frames masked");

    public void Redact(RedactionEngine engine, IItemWork work)
    {
        _sound = engine.Policy.Video.Sound;
        var (video, output) = (work.Read(0), work.Write(0));
        if (spoken is null)
        {
            _seen = engine.Videos.Redact(video, format, output, work.Context, work.Observer, sound: null, work.Cancellation);
            return;
        }
        var (words, wordsOut) = (work.Read(1), work.Write(1));
        _seen = engine.Videos.Redact(video, format, output, work.Context, work.Observer, Listen, work.Cancellation);
        // A silent video has nothing to listen to, but still a transcript.
        if (_heard is null) engine.Calls.RedactTranscript(words, spoken, wordsOut, work.Context, work.Observer, work.Cancellation);

        void Listen(Stream wav, Stream redacted) =>
            _heard = engine.Calls.Redact(wav, words, spoken, redacted, wordsOut, work.Context, work.Observer, work.Cancellation);
    }

    public void WriteFacts(Utf8JsonWriter json)
    {
        json.WriteNumber("width", _seen.Width);
        json.WriteNumber("height", _seen.Height);
        json.WriteNumber("seconds", Math.Round(_seen.Frames / _seen.FramesPerSecond, 3));
        json.WriteNumber("frames", _seen.Frames);
        json.WriteNumber("framesMasked", _seen.MaskedFrames);
        json.WriteNumber("tracks", _seen.Tracks);
        json.WriteString("audio", _sound.ToString().ToLowerInvariant());
        if (_sound == VideoAudio.Redact) CallItem.WriteMask(json, _heard?.MaskedSeconds ?? 0, _heard?.Proof ?? CallProof.None);
    }
}
