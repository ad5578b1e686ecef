using System.Collections.Immutable;

namespace Redaction.Audio;

/// <summary>Takes personal data out of recorded calls: out of the transcript, in every copy of the text that it holds,
/// and out of the audio.</summary>
/// <remarks>Immutable and thread-safe. After an exception, discard what was written to the outputs.</remarks>
public sealed class CallRedactor
{
    private readonly TranscriptRedactor _transcripts;
    private readonly AudioRedactor _audio;

    /// <summary>Makes a redactor.</summary>
    /// <param name="policy">Decides what happens to each finding. A rule whose operator is one for text paints silence,
    /// one for audio erases the text.</param>
    /// <param name="detectors">The text detectors to run on what was spoken.</param>
    /// <param name="operators">The operators that the policy may name: for the transcript, for the audio, and of other media.</param>
    /// <exception cref="PolicyException">The policy names an operator or option that does not exist.</exception>
    /// <exception cref="ArgumentException">Two detectors have the same id.</exception>
    public CallRedactor(RedactionPolicy policy, IEnumerable<ITextDetector> detectors, params IEnumerable<IOperator> operators)
        : this(policy, detectors, new OperatorRegistry(operators)) { }

    /// <param name="policy">Decides.</param>
    /// <param name="detectors">Look at what was spoken.</param>
    /// <param name="operators">May be named.</param>
    /// <param name="evident">Look at names of things, such as the members of JSON, too; null: all do.</param>
    internal CallRedactor(
        RedactionPolicy policy, IEnumerable<ITextDetector> detectors, OperatorRegistry operators,
        ImmutableArray<ITextDetector>? evident = null)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(detectors);
        ImmutableArray<ITextDetector> all = [.. detectors];
        foreach (var group in all.GroupBy(static d => d.Info.Id, StringComparer.Ordinal))
            if (group.Skip(1).Any()) throw new ArgumentException($"Detector '{group.Key}' is given twice.", nameof(detectors));
        _transcripts = new(policy, [.. all, new SpokenLift(all)], new TextPlanWriter(policy, operators)) { Evident = evident ?? all };
        _audio = new(policy, [], operators);
    }

    /// <summary>Gives every speaker another voice in the recording, outside the masks.</summary>
    /// <value>Null: voices stay as they are.</value>
    public VoiceDisguise? Disguise { get; init; }

    /// <summary>On which channel a speaker is recorded: what he or she says is then masked on that channel only.</summary>
    /// <value>Empty: a mask covers all channels, since crosstalk carries a voice into the others.
    /// It does so too for every speaker who is not named here, and where the transcript does not tell who speaks.</value>
    public ImmutableArray<SpeakerChannel> SpeakerChannels { get; init; } = [];

    /// <summary>What happens to speech of which the transcript says nothing: more than a second away from any word with a time.</summary>
    /// <value>It is silenced.</value>
    public UnsearchedChoice UnsearchedSound { get; init; } = UnsearchedChoice.Erase;

    /// <summary>Tells speech from other sounds.</summary>
    /// <value>Null: all that is not silent is taken for speech.</value>
    internal IVoiceModel? Voices { get; init; }

    /// <summary>What happens to parts of a transcript that nobody understands.</summary>
    /// <value>The transcript is refused.</value>
    public UnsearchedChoice Unsearched { get; init; }

    /// <summary>Writes a compressed recording and its transcript without what the policy takes out.
    /// Needs <c>ffmpeg</c> on the path.</summary>
    /// <param name="audio">The recording.</param>
    /// <param name="compression">Its format.</param>
    /// <param name="transcript">What was spoken, with times.</param>
    /// <param name="format">The format of the transcript.</param>
    /// <param name="audioOut">Receives the recording in the same format, without metadata;
    /// lossy formats are coded anew when anything is masked.</param>
    /// <param name="transcriptOut">Receives the transcript.</param>
    /// <param name="context">Who asks, for what purpose.</param>
    /// <param name="observer">Is notified of the plans.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="RedactionException">As for WAV; there is no ffmpeg (<see cref="ErrorCodes.MissingDependency"/>),
    /// or it refuses the recording.</exception>
    public CallSummary Redact(
        Stream audio, CompressedAudio compression, Stream transcript, ITranscriptFormat format, Stream audioOut, Stream transcriptOut,
        RedactionContext? context = null, RedactionObserver? observer = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(audio);
        ArgumentNullException.ThrowIfNull(compression);
        ArgumentNullException.ThrowIfNull(audioOut);
        using var call = new CompressedCall(compression);
        return call.Run(
            audio, audioOut, (wav, wavOut) => Redact(wav, transcript, format, wavOut, transcriptOut, context, observer, cancellationToken),
            cancellationToken);
    }

    /// <summary>Writes a recording and its transcript without what the policy takes out.</summary>
    /// <param name="wav">The recording. Where it can be sought, the sound around the spans is looked at first,
    /// to place their edges and to match the loudness.</param>
    /// <param name="transcript">What was spoken, with times.</param>
    /// <param name="format">The format of the transcript.</param>
    /// <param name="wavOut">Receives the recording: samples outside the masked spans are copied byte for byte,
    /// metadata is left out.</param>
    /// <param name="transcriptOut">Receives the transcript: bytes outside the redactions are copied.</param>
    /// <param name="context">Who asks, for what purpose.</param>
    /// <param name="observer">Is notified of the plans: text first, then audio.</param>
    /// <param name="cancellationToken">Cancels between two chunks.</param>
    /// <exception cref="RedactionException">An input cannot be read, a finding has no time, or a component failed.</exception>
    public CallSummary Redact(
        Stream wav, Stream transcript, ITranscriptFormat format, Stream wavOut, Stream transcriptOut,
        RedactionContext? context = null, RedactionObserver? observer = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(wav);
        ArgumentNullException.ThrowIfNull(wavOut);
        ArgumentNullException.ThrowIfNull(transcriptOut);
        if (WavCodec.IsCoded(wav))
            return Redact(wav, CompressedAudio.InWav, transcript, format, wavOut, transcriptOut, context, observer, cancellationToken);
        context ??= RedactionContext.Default;
        var counter = new FindingCounter(observer ?? RedactionObserver.None);
        var read = TranscriptFile.Read(transcript, format, cancellationToken);
        TranscriptFile.EnsureTimes(read, format);
        var header = WavReader.Read(wav);
        var spoken = SpokenTimes.Of(read);
        var unheard = new SpeechSearch(Voices).Find(wav, header, SpokenTimes.Away(spoken, header.Duration), cancellationToken);
        var unread = Unsearched == UnsearchedChoice.Erase ? UnreadTimes.Of(read, header.Duration) : [];
        var (words, account) = (new SearchLedger(Unsearched), new SearchLedger(UnsearchedSound));
        CallAccount.OfCall(read, header, UnreadTimes.Union(unheard, unread), words, account);
        account.Close(format.Id, counter);
        var work = Search(read, context, cancellationToken);
        var probe = WavProbe.Open(wav, header);
        var plan = _audio.Snap(PlanAudio(read, work.Findings, header.Duration, context with { Medium = Medium.Audio }), probe,
            header.Duration, read.Told);
        var edits = Edit(read, work, context, counter, cancellationToken);
        counter.OnPlan(new DocumentPlace(IsRepeat: true), plan, []);
        var mask = WavMask.Of(_audio, plan, header, probe,
            SpeakerChannels.IsEmpty ? null : new SpeakerChannelMap(read, work.Findings, SpeakerChannels));
        CallAccount.Erase(read, words, edits);
        var silenced = mask.Silence(UnreadTimes.Union(UnsearchedSound == UnsearchedChoice.Erase ? unheard : [], unread), header);
        WavWriter.Write(header, wav, wavOut, mask, Disguise?.Turns(read, header.SampleRate), counter, cancellationToken);
        TranscriptFile.Write(read, edits, transcriptOut);
        return new(Seconds(header.Duration), Seconds(plan.Items.Sum(static i => i.Finding.Region.Length)))
        {
            Findings = counter.Counts,
            Proof = CallProof.Of(plan, MaskedWords.Times(read, work.Findings, plan)),
            IsDisguised = Disguise is not null,
            Left = header.Left,
            SilencedSeconds = Seconds(silenced),
            UnheardSeconds = Seconds(unheard.Sum(static s => s.Length)),
            SpokenSeconds = SpokenTimes.Seconds(spoken, header.Duration),
        };
    }

    /// <summary>Writes a recording of which there is no transcript, with everything silenced that is speech.</summary>
    /// <param name="audio">The recording.</param>
    /// <param name="compression">Its format; null: WAV.</param>
    /// <param name="audioOut">Receives the recording.</param>
    /// <param name="observer">Is notified of what was searched.</param>
    /// <param name="cancellationToken">Cancels between two chunks.</param>
    /// <exception cref="RedactionException">The recording cannot be read, or there is no ffmpeg for it.</exception>
    public CallSummary SilenceSpeech(
        Stream audio, CompressedAudio? compression, Stream audioOut, RedactionObserver? observer = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(audio);
        ArgumentNullException.ThrowIfNull(audioOut);
        if ((compression ?? (WavCodec.IsCoded(audio) ? CompressedAudio.InWav : null)) is { } coded)
        {
            using var call = new CompressedCall(coded);
            return call.Run(audio, audioOut, (wav, wavOut) => SilenceSpeech(wav, null, wavOut, observer, cancellationToken),
                cancellationToken);
        }
        var header = WavReader.Read(audio);
        var speech = new SpeechSearch(Voices).Find(audio, header, [new(0, header.Duration)], cancellationToken);
        var account = new SearchLedger(UnsearchedChoice.Erase);
        CallAccount.OfSound(header, speech, account);
        account.Close(WavReader.Id, observer ?? RedactionObserver.None);
        var mask = WavMask.Of(_audio, new(_audio.Policy.Id, [], 0), header, null);
        var silenced = Seconds(mask.Silence(speech, header));
        WavWriter.Write(header, audio, audioOut, mask, null, RedactionObserver.None, cancellationToken);
        return new(Seconds(header.Duration), 0) { SilencedSeconds = silenced, UnheardSeconds = silenced, Left = header.Left };
    }

    /// <summary>Writes a transcript that stands alone; its findings need no times.</summary>
    /// <param name="transcript">What was spoken.</param>
    /// <param name="format">The format of the transcript.</param>
    /// <param name="transcriptOut">Receives the transcript: bytes outside the redactions are copied.</param>
    /// <param name="context">Who asks, for what purpose.</param>
    /// <param name="observer">Is notified of the plans.</param>
    /// <param name="cancellationToken">Cancels between two copies of the text.</param>
    /// <returns>What was taken out, by entity and operator.</returns>
    /// <exception cref="RedactionException">The transcript cannot be read, or a component failed.</exception>
    public ImmutableArray<FindingCount> RedactTranscript(
        Stream transcript, ITranscriptFormat format, Stream transcriptOut,
        RedactionContext? context = null, RedactionObserver? observer = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(transcriptOut);
        (context, observer) = (context ?? RedactionContext.Default, observer ?? RedactionObserver.None);
        var read = TranscriptFile.Read(transcript, format, cancellationToken);
        var counter = new FindingCounter(observer);
        TranscriptFile.Write(read, EditAlone(read, format.Id, context, counter, cancellationToken), transcriptOut);
        return counter.Counts;
    }

    /// <summary>Redacts the files of a Kaldi data directory together, so that utterances,
    /// speakers and recordings keep one name in all of them.</summary>
    /// <param name="files">The files of a Kaldi data directory; <c>text</c> is needed.</param>
    /// <param name="context">Who asks, for what purpose.</param>
    /// <param name="observer">Is notified of the plans.</param>
    /// <param name="cancellationToken">Cancels between two copies of the text.</param>
    /// <returns>The redacted files, in the order given.</returns>
    /// <exception cref="RedactionException">A file cannot be read, or a component failed.</exception>
    internal ImmutableArray<KaldiFile> RedactKaldi(
        IReadOnlyList<KaldiFile> files,
        RedactionContext? context = null, RedactionObserver? observer = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(files);
        var read = KaldiDirectory.Read(files);
        var edits = EditAlone(read, "kaldi", context ?? RedactionContext.Default, observer ?? RedactionObserver.None, cancellationToken);
        var outputs = ImmutableArray.CreateBuilder<KaldiFile>(files.Count);
        var start = 0;
        foreach (var file in files)
        {
            using var output = new MemoryStream();
            edits.Write(output, start, start + file.Content.Length);
            outputs.Add(new(file.Name, output.ToArray()));
            start += file.Content.Length;
        }
        return outputs.MoveToImmutable();
    }

    /// <summary>Listens to a redacted recording again: what is left of the values, and whether the rest can still be heard.</summary>
    /// <param name="wav">The redacted recording.</param>
    /// <param name="transcript">The redacted transcript.</param>
    /// <param name="format">The format of the transcript.</param>
    /// <param name="verifier">Listens.</param>
    /// <param name="context">As when the call was redacted.</param>
    /// <param name="cancellationToken">Cancels listening.</param>
    /// <exception cref="RedactionException">The transcript cannot be read, or the verifier failed.</exception>
    public async Task<CallCheck> VerifyAsync(
        Stream wav, Stream transcript, ITranscriptFormat format, ITranscriptVerifier verifier,
        RedactionContext? context = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(verifier);
        context ??= RedactionContext.Default;
        var kept = KeptWords.In(TranscriptFile.Read(transcript, format, cancellationToken).Master.Text);
        string heard;
        try
        {
            heard = await verifier.ListenAsync(wav, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not (OperationCanceledException or RedactionException))
        {
            throw new RedactionException(ErrorCodes.ComponentFailed, verifier.Id, cause: e.GetType());
        }
        var builder = new TranscriptBuilder(System.Text.Encoding.UTF8.GetBytes(heard));
        builder.AddSegment([new(builder.Field(0, System.Text.Encoding.UTF8.GetByteCount(heard), FieldEncoding.Plain), null, null)], null,
            null);
        var found = builder.Build();
        return new(verifier.Id, Residue(found, context, cancellationToken), kept.Count, kept.Count(KeptWords.In(heard).Contains));
    }

    /// <summary>What of the words the policy takes out of sound, counted by entity.</summary>
    internal ImmutableSortedDictionary<string, int> Residue(Transcript heard, RedactionContext context, CancellationToken cancellation) =>
        _transcripts.Plan(heard, Search(heard, context, cancellation).Findings, context with { Medium = Medium.Audio }).Items
            .GroupBy(static i => i.Finding.Type.Name, StringComparer.Ordinal)
            .ToImmutableSortedDictionary(static g => g.Key, static g => g.Count(), StringComparer.Ordinal);

    private TranscriptEdits EditAlone(
        Transcript read, string format, RedactionContext context, RedactionObserver observer, CancellationToken cancellationToken)
    {
        var ledger = new SearchLedger(Unsearched);
        CallAccount.OfTranscript(read, ledger, hasSound: false);
        ledger.Close(format, observer);
        var edits = Edit(read, Search(read, context, cancellationToken), context, observer, cancellationToken);
        CallAccount.Erase(read, ledger, edits);
        return edits;
    }

    private (TranscriptFindings Findings, FindingGatherer Gatherer) Search(
        Transcript read, RedactionContext context, CancellationToken cancellation) =>
        Stoppable.Run(read.Master.Text.Length,
            () => _transcripts.Search(read, context with { Medium = Medium.Text }, cancellation), cancellation);

    private TranscriptEdits Edit(
        Transcript read, (TranscriptFindings Findings, FindingGatherer Gatherer) work,
        RedactionContext context, RedactionObserver observer, CancellationToken cancellationToken)
    {
        var text = context with { Medium = Medium.Text };
        var plan = _transcripts.Plan(read, work.Findings, text);
        plan = new(plan.PolicyId, plan.Items, plan.Kept) { KeptRegions = plan.KeptRegions, Spoken = SpokenPlaces.Of(plan, read) };
        observer.OnPlan(default, plan, read.Master.Text);
        return _transcripts.Redact(read, work.Findings, plan, work.Gatherer, text, observer, cancellationToken);
    }

    private RedactionPlan<AudioSpan> PlanAudio(Transcript read, TranscriptFindings findings, long duration, RedactionContext context)
    {
        var plans = new List<RedactionPlan<AudioSpan>>();
        foreach (var (speaker, own) in new SpeakerRules(_audio.Policy, read.Speakers).BySpeaker(findings.InMaster))
            plans.Add(Plan(speaker.Length == 0 ? context : context with { Speaker = speaker },
                new LiftedDetector<AudioSource, AudioSpan>(new GatheredText(own))));
        plans.Add(Plan(context, new GatheredAudio(findings.Elsewhere, findings.Gaps)));
        return _audio.CloseGaps(SpeakerRules.Merge(plans));

        RedactionPlan<AudioSpan> Plan(RedactionContext who, IDetector<AudioSource, AudioSpan> detector) =>
            _audio.Plan(new AudioSource(read.Recovered, duration, who) { Told = read.Told }, [detector]);
    }

    private static double Seconds(long ticks) => (double)ticks / TimeSpan.TicksPerSecond;
}
