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
        if (spoken is null && engine.Policy.Calls.SilencesWithoutTranscript is true)
        {
            Summary = engine.Calls.SilenceSpeech(audio, format as CompressedAudio, work.Write(0), work.Observer, work.Cancellation);
            return;
        }
        if (spoken is null)
            throw new RedactionException(ErrorCodes.NoTranscript, format.Id,
                "Put its transcript beside it, under the same name and with words and times in it; an empty file is none, "
                + "and of several that say different things keep the right one. "
                + "Or let the policy say 'calls: { withoutTranscript: silence }': all speech falls silent then.");
        var words = work.Read(1);
        var (audioOut, wordsOut) = (work.Write(0), work.Write(1));
        Summary = format is CompressedAudio compression
            ? engine.Calls.Redact(audio, compression, words, spoken, audioOut, wordsOut, work.Context, work.Observer, work.Cancellation)
            : engine.Calls.Redact(audio, words, spoken, audioOut, wordsOut, work.Context, work.Observer, work.Cancellation);
    }

    public void WriteFacts(Utf8JsonWriter json)
    {
        json.WriteNumber("seconds", Math.Round(Summary.Seconds, 3));
        WriteMask(json, Summary);
    }

    /// <summary>What was done to a sound, for people.</summary>
    public static string Told(CallSummary summary)
    {
        var masked = string.Create(CultureInfo.InvariantCulture, $"{summary.MaskedSeconds:0.0} of {summary.Seconds:0.0} s masked");
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
        if (summary.IsDisguised) json.WriteString("voices", "disguised");
    }
}
