using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Redaction.Audio;

namespace Redaction;

/// <summary>A recording with its transcript.</summary>
internal sealed class CallItem(IFileFormat format, ITranscriptFormat? spoken) : IFileItem
{
    public string Kind => ItemKinds.Call;

    public IFileFormat Format => format;

    public CallSummary Summary { get; set; } = new(0, 0);

    public CallSummary? Heard => Summary;

    public string Figures => Told(Summary);

    public ImmutableSortedDictionary<string, long> Dropped => Summary.Left;

    public void Redact(RedactionEngine engine, IItemWork work)
    {
        var audio = work.Read(0);
        if (spoken is null) EnsureChoice(engine, format.Id);
        var (words, wordsOut) = spoken is null ? (Stream.Null, Stream.Null) : (work.Read(1), work.Write(1));
        Summary = new ListenedCall(engine.Calls, engine.Listener).Redact(audio, format as CompressedAudio, work.Write(0), work.Context,
            (wav, wavOut) => RedactWav(engine, work, wav, wavOut, words, spoken, wordsOut), work.Cancellation);
    }

    /// <summary>Redacts a recording by its transcript, by one that a recogniser makes, or all speech.</summary>
    public static CallSummary RedactWav(
        RedactionEngine engine, IItemWork work, Stream wav, Stream wavOut, Stream words, ITranscriptFormat? spoken, Stream wordsOut)
    {
        if (spoken is not null)
            return engine.Calls.Redact(wav, words, spoken, wavOut, wordsOut, work.Context, work.Observer, work.Cancellation);
        var silences = engine.Switches.SilencesWithoutTranscript;
        if (engine.Transcriber is { } transcriber)
            return new TranscribedCall(engine.Calls, transcriber, silences).Redact(
                wav, wavOut, work.Context, work.Observer, work.Cancellation);
        return engine.Calls.SilenceSpeech(wav, null, wavOut, work.Observer, work.Cancellation);
    }

    public void WriteFacts(Utf8JsonWriter json)
    {
        json.WriteNumber("seconds", Math.Round(Summary.Seconds, 3));
        WriteMask(json, Summary);
    }

    /// <summary>True where something is to be done with recordings that have no transcript.</summary>
    public static bool HasChoice(RedactionEngine engine) => engine.Transcriber is not null || engine.Switches.SilencesWithoutTranscript;

    private static void EnsureChoice(RedactionEngine engine, string format)
    {
        if (HasChoice(engine)) return;
        throw new RedactionException(ErrorCodes.NoTranscript, format,
            "Put its transcript beside it, under the same name and with words and times in it; an empty file is none, and of several that "
            + "say different things keep the right one. Or have one made: "
            + "--transcriber 'COMMAND {input}', or 'calls: { transcriber: COMMAND }' in the policy. Or have all speech silenced: "
            + "--without-transcript silence, or 'calls: { withoutTranscript: silence }'.");
    }

    /// <summary>What was done to a sound, for people.</summary>
    public static string Told(CallSummary summary)
    {
        var masked = string.Create(CultureInfo.InvariantCulture, $"{summary.MaskedSeconds:0.0} of {summary.Seconds:0.0} s masked");
        if (summary.Heard is { } heard)
            masked += string.Create(CultureInfo.InvariantCulture,
                $", still heard: {heard.Residue.Values.Sum()} values, {heard.Digits.Sum(static d => d.Count)} digits");
        if (summary is not { UnheardSeconds: > 0, ShareUnheard: { } share }) return masked;
        var done = summary.SilencedSeconds > 0 ? "silenced" : "kept";
        return masked + string.Create(CultureInfo.InvariantCulture,
            $", {summary.UnheardSeconds:0.0} s of speech without words {done} ({share:P0} of all speech)");
    }

    /// <summary>Writes what was masked of a sound.</summary>
    public static void WriteMask(Utf8JsonWriter json, CallSummary summary)
    {
        var proof = summary.Proof;
        json.WriteNumber("secondsMasked", Math.Round(summary.MaskedSeconds, 3));
        json.WriteStartObject("secondsByEntity");
        foreach (var (entity, masked) in proof.SecondsByEntity) json.WriteNumber(entity, Math.Round(masked, 3));
        json.WriteEndObject();
        if (proof.OverMasking is { } ratio) json.WriteNumber("overMasking", Math.Round(ratio, 3));
        json.WriteNumber("unlocated", proof.Unlocated);
        json.WriteNumber("secondsUnheard", Math.Round(summary.UnheardSeconds, 3));
        json.WriteNumber("secondsSilenced", Math.Round(summary.SilencedSeconds, 3));
        if (summary.ShareUnheard is { } share) json.WriteNumber("shareUnheard", Math.Round(share, 4));
        if (!summary.Left.IsEmpty) LeastFields.Write(json, summary.Left);
        if (summary.Transcriber is { } transcriber) json.WriteString("transcriber", transcriber);
        if (summary.TranscriptFormat is { } made) json.WriteString("transcriptFormat", made);
        if (summary.Heard is { } heard) WriteHeard(json, heard);
        if (summary.IsDisguised) json.WriteString("voices", "disguised");
    }

    private static void WriteHeard(Utf8JsonWriter json, HeardAgain heard)
    {
        json.WriteStartObject("heardAgain");
        json.WriteString("listener", heard.Listener);
        json.WriteNumber("words", heard.Words);
        json.WriteStartObject("values");
        foreach (var (entity, count) in heard.Residue) json.WriteNumber(entity, count);
        json.WriteEndObject();
        json.WriteStartArray("digits");
        foreach (var digits in heard.Digits)
        {
            json.WriteStartObject();
            if (digits.From is { } from) json.WriteNumber("from", Math.Round((double)from / TimeSpan.TicksPerSecond, 3));
            if (digits.To is { } to) json.WriteNumber("to", Math.Round((double)to / TimeSpan.TicksPerSecond, 3));
            json.WriteNumber("count", digits.Count);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
