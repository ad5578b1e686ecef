using Redaction.Audio;
using Redaction.Image;
using Redaction.Text;

namespace Redaction.Batch;

/// <summary>Works through one item: reads, redacts, releases, or releases nothing and says why.</summary>
internal sealed class ItemProcessor(RedactionEngine redactor, BatchOptions options, IItemOutput output, Func<ItemResult, IPlanObserver> observe, CancellationToken cancellation)
{
    private const long MaximumKaldiFile = 256L * 1024 * 1024;

    /// <remarks>Throws for cancellation only.</remarks>
    public ItemResult Process(BatchItem item, PlanSpool spool)
    {
        var result = new ItemResult(item, spool);
        try
        {
            cancellation.ThrowIfCancellationRequested();
            Run(item, result);
        }
        catch (RedactionException e)
        {
            Fail(result, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Fail(result, IoFailure.OnRead(e));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Fail(result, new RedactionException(ErrorCodes.ComponentFailed, "batch", cause: e.GetType()));
        }
        catch (OperationCanceledException)
        {
            result.Dispose();
            throw;
        }
        return result;
    }

    private void Fail(ItemResult result, RedactionException failure)
    {
        result.Fail(failure);
        output.Withdraw(result.Item);
    }

    private void Run(BatchItem item, ItemResult result)
    {
        if (item.Main.Error is { } error) throw new RedactionException(error, "input");
        output.EnsureFree(item);
        using var content = new InputContent(item.Main);
        if (FileClassifier.IsAudio(item.Main.FullPath))
        {
            RunCall(item, content, result);
            return;
        }
        if (!item.Parts.IsEmpty)
        {
            RunKaldi(item, content, result);
            return;
        }
        var kind = FileClassifier.Classify(item.Main.FullPath, content.Head());
        (result.Kind, result.Format) = (kind.Kind, kind.Format);
        result.Inputs.Add(content.Digest());
        using var target = output.Open(item.Main);
        var observer = observe(result);
        switch (kind.Kind)
        {
            case ItemKind.Image: RunImage(content.Stream, target.Stream, observer, result); break;
            case ItemKind.Video: RunVideo(item, content.Stream, target, observer, result); return;
            case ItemKind.Transcript: redactor.Calls.RedactTranscript(content.Stream, kind.Transcript!, target.Stream, options.Context, observer, cancellation); break;
            default: RunDocument(kind.Document!, item.Main.RelativePath, content.Stream, target.Stream, observer); break;
        }
        Release(result, target);
    }

    private void RunDocument(IDocumentFormat format, string name, Stream input, Stream target, IPlanObserver observer) =>
        format.Redact(input, target, new DocumentJob(redactor.Text.ForDocument(new(name)))
        {
            Context = options.Context,
            Fields = options.Fields,
            Observer = observer,
            Cancellation = cancellation,
        });

    private void RunImage(Stream input, Stream target, IPlanObserver observer, ItemResult result)
    {
        var summary = redactor.Images.Redact(input, target, options.Context, observer, cancellation);
        result.Facts = new()
        {
            Pages = summary.Pages,
            Width = summary.Width,
            Height = summary.Height,
            MetadataDropped = summary.MetadataDropped,
            Thumbnail = summary.Thumbnail,
        };
    }

    private void RunVideo(BatchItem item, Stream input, IItemTarget target, IPlanObserver observer, ItemResult result)
    {
        var video = VideoFormat.ForExtension(Path.GetExtension(item.Main.FullPath))!;
        if (item.Transcript is not { } transcript)
        {
            result.Facts = FactsOf(redactor.Videos.Redact(input, video, target.Stream, options.Context, observer, sound: null, cancellation), heard: null);
            Release(result, target);
            return;
        }
        using var words = new InputContent(transcript);
        var format = FormatOf(transcript, words);
        result.Inputs.Add(words.Digest());
        using var wordsTarget = output.Open(transcript);
        CallSummary? heard = null;
        var seen = redactor.Videos.Redact(input, video, target.Stream, options.Context, observer,
            (wav, redacted) => heard = redactor.Calls.Redact(wav, words.Stream, format, redacted, wordsTarget.Stream, options.Context, observer, cancellation), cancellation);
        if (heard is null) redactor.Calls.RedactTranscript(words.Stream, format, wordsTarget.Stream, options.Context, observer, cancellation); // a silent video
        result.Facts = FactsOf(seen, heard);
        Release(result, target, wordsTarget);
    }

    private static ItemFacts FactsOf(VideoSummary summary, CallSummary? heard) =>
        new()
        {
            Width = summary.Width,
            Height = summary.Height,
            Frames = summary.Frames,
            FramesMasked = summary.MaskedFrames,
            Tracks = summary.Tracks,
            Seconds = summary.Frames / summary.FramesPerSecond,
            SecondsMasked = heard?.MaskedSeconds ?? 0,
            Proof = heard?.Proof ?? CallProof.None,
        };

    private void RunCall(BatchItem item, InputContent audio, ItemResult result)
    {
        (result.Kind, result.Format) = (ItemKind.Call, Path.GetExtension(item.Main.FullPath)[1..].ToLowerInvariant());
        result.Inputs.Add(audio.Digest());
        if (item.Transcript is not { } transcript)
            throw new RedactionException(ErrorCodes.NoTranscript, result.Format!, "Put the transcript beside it under the same name.");
        using var words = new InputContent(transcript);
        var format = FormatOf(transcript, words);
        result.Inputs.Add(words.Digest());
        using var audioTarget = output.Open(item.Main);
        using var wordsTarget = output.Open(transcript);
        var summary = CompressedAudio.For(item.Main.FullPath) is { } compression
            ? redactor.Calls.Redact(audio.Stream, compression, words.Stream, format, audioTarget.Stream, wordsTarget.Stream, options.Context, observe(result), cancellation)
            : redactor.Calls.Redact(audio.Stream, words.Stream, format, audioTarget.Stream, wordsTarget.Stream, options.Context, observe(result), cancellation);
        result.Facts = new() { Seconds = summary.Seconds, SecondsMasked = summary.MaskedSeconds, Proof = summary.Proof, HasOtherVoices = summary.IsDisguised };
        Release(result, audioTarget, wordsTarget);
    }

    private static ITranscriptFormat FormatOf(InputFile transcript, InputContent words) =>
        TranscriptFormats.Detect(Path.GetExtension(transcript.FullPath).ToLowerInvariant(), words.Head()) ?? throw new RedactionException(ErrorCodes.Malformed, "transcript");

    private void RunKaldi(BatchItem item, InputContent text, ItemResult result)
    {
        (result.Kind, result.Format) = (ItemKind.Transcript, "kaldi");
        var files = new List<KaldiFile> { ReadKaldi(item.Main, text, result) };
        foreach (var part in item.Parts)
        {
            using var content = new InputContent(part);
            files.Add(ReadKaldi(part, content, result));
        }
        var redacted = redactor.Calls.RedactKaldi(files, options.Context, observe(result), cancellation);
        var targets = new List<IItemTarget>();
        try
        {
            foreach (var (file, done) in item.Files.Zip(redacted))
            {
                targets.Add(output.Open(file));
                targets[^1].Stream.Write(done.Content);
            }
            Release(result, targets.ToArray());
        }
        finally
        {
            foreach (var target in targets) target.Dispose();
        }
    }

    private static KaldiFile ReadKaldi(InputFile file, InputContent content, ItemResult result)
    {
        if (content.Stream.Length > MaximumKaldiFile) throw new RedactionException(ErrorCodes.TooLarge, "kaldi", "A file of a Kaldi directory may have 256 MiB.");
        result.Inputs.Add(content.Digest());
        var bytes = new byte[content.Stream.Length];
        content.Stream.ReadExactly(bytes);
        return new(Path.GetFileName(file.FullPath), bytes);
    }

    private void Release(ItemResult result, params ReadOnlySpan<IItemTarget> targets)
    {
        cancellation.ThrowIfCancellationRequested();
        foreach (var target in targets) result.Outputs.Add(target.Finish());
        options.Store?.Seals.Flush(); // no token is shown whose value is not kept
        foreach (var target in targets) target.Release();
    }
}
