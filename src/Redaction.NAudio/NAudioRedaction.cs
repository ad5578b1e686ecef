using NAudio.Wave;
using Redaction.Audio;

namespace Redaction.NAudio;

/// <summary>Redacts what NAudio plays and records.</summary>
public static class NAudioRedaction
{
    /// <summary>Gives a recording without what the policy takes out, and writes its transcript.</summary>
    /// <param name="calls">The engine's <c>Calls</c>.</param>
    /// <param name="audio">The recording, PCM or IEEE float, from its beginning; stays the caller's.</param>
    /// <param name="transcript">What was spoken, with times.</param>
    /// <param name="format">The format of the transcript.</param>
    /// <param name="transcriptOut">Receives the redacted transcript.</param>
    /// <param name="summary">What was done.</param>
    /// <param name="context">Who asks, for what purpose.</param>
    /// <param name="observer">Is notified of the plans.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The redacted recording, in the same wave format, for the caller to dispose of. It lies in a temporary file that only this
    /// user may read and that goes with it.</returns>
    /// <exception cref="RedactionException">An input cannot be read, a finding has no time, or a component failed; nothing is given out.
    /// Discard the transcript.</exception>
    public static WaveStream Redact(
        this CallRedactor calls, WaveStream audio, Stream transcript, ITranscriptFormat format, Stream transcriptOut,
        out CallSummary summary,
        RedactionContext? context = null, RedactionObserver? observer = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(calls);
        ArgumentNullException.ThrowIfNull(audio);
        using var wav = new WavView(audio);
        return Run(calls, wav, transcript, format, transcriptOut, out summary, context, observer, cancellationToken);
    }

    /// <summary>Gives samples without what the policy takes out, and writes their transcript.</summary>
    /// <param name="calls">The engine's <c>Calls</c>.</param>
    /// <param name="audio">The samples; read to their end and held in memory meanwhile, 4 bytes each.</param>
    /// <param name="transcript">What was spoken, with times.</param>
    /// <param name="format">The format of the transcript.</param>
    /// <param name="transcriptOut">Receives the redacted transcript.</param>
    /// <param name="summary">What was done.</param>
    /// <param name="context">Who asks, for what purpose.</param>
    /// <param name="observer">Is notified of the plans.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The redacted recording as IEEE float, for the caller to dispose of; <c>ToSampleProvider()</c> gives its samples.</returns>
    /// <exception cref="RedactionException">As for a wave stream; or there are more samples than memory can hold
    /// (<see cref="ErrorCodes.TooLarge"/>).</exception>
    public static WaveStream Redact(
        this CallRedactor calls, ISampleProvider audio, Stream transcript, ITranscriptFormat format, Stream transcriptOut,
        out CallSummary summary,
        RedactionContext? context = null, RedactionObserver? observer = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(audio);
        using var samples = SampleBuffer.ReadAll(audio, cancellationToken);
        using var stream = new RawSourceWaveStream(samples, audio.WaveFormat);
        return calls.Redact(stream, transcript, format, transcriptOut, out summary, context, observer, cancellationToken);
    }

    private static RedactedWave Run(
        CallRedactor calls, WavView wav, Stream transcript, ITranscriptFormat format, Stream transcriptOut, out CallSummary summary,
        RedactionContext? context, RedactionObserver? observer, CancellationToken cancellationToken)
    {
        var output = RedactedWave.NewFile();
        try
        {
            summary = calls.Redact(wav, transcript, format, output, transcriptOut, context, observer, cancellationToken);
            output.Position = 0;
            return new RedactedWave(output);
        }
        catch
        {
            output.Dispose();
            throw;
        }
    }
}
