using System.Collections.Immutable;

namespace Redaction.Audio;

/// <summary>Listens to what was masked before it is released, with another recogniser than made the transcript.</summary>
/// <param name="calls">Knows what the policy takes out.</param>
/// <param name="listener">The recogniser; null: nobody listens.</param>
internal sealed class ListenedCall(CallRedactor calls, ITranscriber? listener)
{
    private const int SmallestRun = 3;

    /// <summary>Redacts a recording and has it listened to.</summary>
    /// <param name="audio">The recording; can be sought.</param>
    /// <param name="compression">Its format; null: WAV.</param>
    /// <param name="audioOut">Receives it.</param>
    /// <param name="context">Who asks, for what purpose.</param>
    /// <param name="redact">Redacts a WAV stream into another one.</param>
    /// <param name="ct">Stops the work, and the recogniser.</param>
    /// <exception cref="RedactionException">As when redacting; or the recogniser failed.</exception>
    public CallSummary Redact(
        Stream audio, CompressedAudio? compression, Stream audioOut, RedactionContext context, Func<Stream, Stream, CallSummary> redact,
        CancellationToken ct)
    {
        if ((compression ?? (WavCodec.IsCoded(audio) ? CompressedAudio.InWav : null)) is { } coded)
        {
            using var call = new CompressedCall(coded);
            return call.Run(audio, audioOut, (wav, wavOut) => Listen(wav, wavOut, context, redact, ct), ct);
        }
        return Listen(audio, audioOut, context, redact, ct);
    }

    /// <summary>What a recogniser makes of a recording.</summary>
    /// <exception cref="RedactionException">It failed.</exception>
    public static byte[] Transcribe(ITranscriber transcriber, Stream wav, CancellationToken ct)
    {
        try
        {
            return transcriber.Transcribe(wav, ct) ?? [];
        }
        catch (Exception e) when (e is not (OperationCanceledException or RedactionException))
        {
            throw new RedactionException(ErrorCodes.ComponentFailed, transcriber.Id, cause: e.GetType());
        }
    }

    private CallSummary Listen(
        Stream wav, Stream wavOut, RedactionContext context, Func<Stream, Stream, CallSummary> redact, CancellationToken ct)
    {
        if (listener is null) return redact(wav, wavOut);
        var folder = Directory.CreateTempSubdirectory("redaction-"); // readable by the owner only
        try
        {
            using var masked = new FileStream(Path.Combine(folder.FullName, "masked.wav"), FileMode.CreateNew, FileAccess.ReadWrite);
            var summary = redact(wav, masked);
            masked.Position = 0;
            var heard = Hear(Transcribe(listener, masked, ct), context, ct);
            masked.Position = 0;
            masked.CopyTo(wavOut);
            return summary with { Heard = heard };
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private HeardAgain Hear(byte[] words, RedactionContext context, CancellationToken ct)
    {
        var made = MadeTranscript.Of(words);
        if (!made.HasWords) return new(listener!.Id, ImmutableSortedDictionary<string, int>.Empty, [], 0);
        var format = made.Format ?? throw new RedactionException(ErrorCodes.UnsupportedFormat, RecogniserCommand.Component,
            "What the listener wrote is no transcript that is known: 'redact formats' lists them.");
        using var transcript = new MemoryStream(words);
        var read = TranscriptFile.Read(transcript, format, ct);
        return new(listener!.Id, calls.Residue(read, context, ct), Digits(read, context), KeptWords.In(read.Master.Text).Count);
    }

    /// <summary>Where three digits or more are said one after another.</summary>
    private static ImmutableArray<HeardDigits> Digits(Transcript read, RedactionContext context)
    {
        var text = read.Master.Text;
        var words = new SpokenWords(text, SpokenLanguages.For(text, context.Locale));
        var found = ImmutableArray.CreateBuilder<HeardDigits>();
        foreach (var run in SpokenReading.Read(words).Runs)
        {
            if (run.Digits < SmallestRun || run.HasScale) continue;
            var time = SpokenPlaces.TimeOf(read.Recovered, words.Span(run.First, run.Last));
            found.Add(new(time?.Start, time?.End, run.Digits));
        }
        return found.DrainToImmutable();
    }
}
