namespace Redaction.Audio;

/// <summary>A recording without a transcript, of which a recogniser makes one: it tells what to mask, and is not kept.</summary>
/// <param name="calls">Redacts.</param>
/// <param name="transcriber">The recogniser.</param>
/// <param name="silencesUnheard">Where it hears no words, all speech falls silent; else the recording is refused.</param>
internal sealed class TranscribedCall(CallRedactor calls, ITranscriber transcriber, bool silencesUnheard)
{
    /// <summary>Writes the recording without what the policy takes out.</summary>
    /// <param name="wav">The recording, with plain samples; can be sought.</param>
    /// <param name="wavOut">Receives it.</param>
    /// <param name="context">Who asks, for what purpose.</param>
    /// <param name="observer">Is notified of the plans.</param>
    /// <param name="ct">Stops the work, and the recogniser.</param>
    /// <exception cref="RedactionException">As for a recording with its transcript; or the recogniser failed.</exception>
    public CallSummary Redact(
        Stream wav, Stream wavOut, RedactionContext context, RedactionObserver observer, CancellationToken ct)
    {
        var start = wav.Position;
        var words = ListenedCall.Transcribe(transcriber, wav, ct);
        wav.Position = start;
        var made = MadeTranscript.Of(words);
        if (!made.HasWords && silencesUnheard)
            return calls.SilenceSpeech(wav, null, wavOut, observer, ct) with { Transcriber = transcriber.Id };
        if (!made.HasWords)
            throw new RedactionException(ErrorCodes.NoTranscript, RecogniserCommand.Component,
                "The transcriber heard no words. Take another one, or let all speech fall silent where there is no transcript.");
        var format = made.Format ?? throw new RedactionException(ErrorCodes.UnsupportedFormat, RecogniserCommand.Component,
            "What the transcriber wrote is no transcript that is known: 'redact formats' lists them. It needs times.");
        using var transcript = new MemoryStream(words);
        return calls.Redact(wav, transcript, format, wavOut, Stream.Null, context, observer, ct)
            with
        { Transcriber = transcriber.Id, TranscriptFormat = format.Id };
    }
}
