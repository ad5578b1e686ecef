using System.Collections.Immutable;

namespace Redaction.Audio;

/// <summary>Takes personal data out of recorded calls: out of the transcript, in every copy of the text that it holds, and out of the audio.</summary>
/// <remarks>Immutable and thread-safe. After an exception, discard what was written to the outputs.</remarks>
public sealed class CallRedactor
{
    private const int MaximumTranscript = 256 * 1024 * 1024;

    private readonly TranscriptRedactor _transcripts;
    private readonly AudioRedactor _audio;

    /// <summary>Makes a redactor.</summary>
    /// <param name="policy">Decides what happens to each finding. A rule whose operator is one for text paints silence, one for audio erases the text.</param>
    /// <param name="detectors">The text detectors to run on what was spoken.</param>
    /// <param name="textOperators">The operators that the policy may name for the transcript.</param>
    /// <param name="audioOperators">The operators that the policy may name for the audio.</param>
    /// <param name="foreign">Ids of the operators of images.</param>
    /// <exception cref="ArgumentException">The policy names an operator or option that does not exist, or two detectors have the same id.</exception>
    public CallRedactor(
        RedactionPolicy policy, IEnumerable<ITextDetector> detectors, IEnumerable<ITextOperator> textOperators,
        IEnumerable<IAudioOperator> audioOperators, IEnumerable<string> foreign)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(detectors);
        ArgumentNullException.ThrowIfNull(foreign);
        ImmutableArray<ITextOperator> text = [.. textOperators];
        ImmutableArray<IAudioOperator> audio = [.. audioOperators];
        ImmutableArray<string> others = [.. foreign];
        ImmutableArray<ITextDetector> all = [.. detectors];
        foreach (var group in all.GroupBy(static d => d.Info.Id, StringComparer.Ordinal))
            if (group.Skip(1).Any()) throw new ArgumentException($"Detector '{group.Key}' is given twice.", nameof(detectors));
        var writer = new TextPlanWriter(policy, text, others.Concat(audio.Select(static o => o.Id)));
        _transcripts = new(policy, [.. all.Select(static d => d is SpokenDetector spoken ? spoken.Ungated() : d), new SpokenLift(all)], writer);
        _audio = new(policy, [], audio, others.Concat(text.Select(static o => o.Id)));
    }

    /// <summary>Writes a recording and its transcript without what the policy takes out.</summary>
    /// <param name="wav">The recording; read once, from its beginning to its end.</param>
    /// <param name="transcript">What was spoken, with times.</param>
    /// <param name="format">The format of the transcript.</param>
    /// <param name="wavOut">Receives the recording: samples outside the masked spans are copied byte for byte, metadata is left out.</param>
    /// <param name="transcriptOut">Receives the transcript: bytes outside the redactions are copied.</param>
    /// <param name="context">Who asks, for what purpose.</param>
    /// <param name="observer">Is told of the plans: text first, then audio.</param>
    /// <param name="ct">Cancels between two chunks.</param>
    /// <exception cref="RedactionException">An input cannot be read, a finding has no time (<see cref="ErrorCodes.NoTime"/>), or a component failed.</exception>
    public CallSummary Redact(
        Stream wav, Stream transcript, ITranscriptFormat format, Stream wavOut, Stream transcriptOut,
        RedactionContext context, IPlanObserver observer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(wav);
        ArgumentNullException.ThrowIfNull(wavOut);
        ArgumentNullException.ThrowIfNull(transcriptOut);
        var (read, findings, edits) = Prepare(transcript, format, context, observer, ct);
        var header = WavReader.Read(wav);
        var plan = _audio.Plan(
            new AudioSource(read.Recovered, header.Duration, context with { Medium = "audio" }),
            [new LiftedDetector<AudioSource, AudioSpan>(new GatheredText(findings.InMaster)), new GatheredAudio(findings.Elsewhere)]);
        observer.OnPlan(default, plan, []);
        WavWriter.Write(header, wav, wavOut, _audio, plan, ct);
        edits.Write(transcriptOut);
        return new(Seconds(header.Duration), Seconds(plan.Items.Sum(static i => i.Finding.Region.Length)));
    }

    /// <summary>Writes a transcript that stands alone; its findings need no times.</summary>
    /// <param name="transcript">What was spoken.</param>
    /// <param name="format">The format of the transcript.</param>
    /// <param name="transcriptOut">Receives the transcript: bytes outside the redactions are copied.</param>
    /// <param name="context">Who asks, for what purpose.</param>
    /// <param name="observer">Is told of the plans.</param>
    /// <param name="ct">Cancels between two copies of the text.</param>
    /// <exception cref="RedactionException">The transcript cannot be read, or a component failed.</exception>
    public void RedactTranscript(
        Stream transcript, ITranscriptFormat format, Stream transcriptOut, RedactionContext context, IPlanObserver observer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(transcriptOut);
        Prepare(transcript, format, context, observer, ct).Edits.Write(transcriptOut);
    }

    private (Transcript Transcript, TranscriptFindings Findings, TranscriptEdits Edits) Prepare(
        Stream transcript, ITranscriptFormat format, RedactionContext context, IPlanObserver observer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        ArgumentNullException.ThrowIfNull(format);
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(observer);
        var text = context with { Medium = "text" };
        var read = format.Read(ReadAll(transcript, format.Id, ct));
        var (findings, gatherer) = _transcripts.Search(read, text);
        return (read, findings, _transcripts.Redact(read, findings, gatherer, text, observer, ct));
    }

    private static byte[] ReadAll(Stream input, string format, CancellationToken ct)
    {
        using var content = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (input.Read(buffer) is var count and > 0)
        {
            ct.ThrowIfCancellationRequested();
            content.Write(buffer, 0, count);
            if (content.Length > MaximumTranscript) throw new RedactionException(ErrorCodes.TooLarge, format, "A transcript may have 256 MiB.");
        }
        return content.ToArray();
    }

    private static double Seconds(long ticks) => (double)ticks / TimeSpan.TicksPerSecond;
}
