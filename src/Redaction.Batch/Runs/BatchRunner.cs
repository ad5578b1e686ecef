using Redaction.Text;

namespace Redaction.Batch;

/// <summary>Redacts files and folders of every supported kind into a folder.</summary>
/// <remarks>The outputs, the manifest and the report are the same for any number of threads.</remarks>
public sealed class BatchRunner
{
    private const string NotEmpty =
        "The output folder was not empty: what this run does not write again is still there ('redact verify' names it).";

    private readonly RedactionEngine _redactor;
    private readonly SafePaths _paths;

    /// <summary>Makes a runner.</summary>
    public BatchRunner(RedactionEngine redactor)
    {
        ArgumentNullException.ThrowIfNull(redactor);
        _redactor = redactor;
        _paths = new(redactor.Paths);
    }

    /// <summary>Redacts the inputs into <paramref name="folder"/>, with a manifest, a report,
    /// and an audit log that later runs continue.</summary>
    /// <exception cref="UnknownChoiceException">A data type, purpose, role or field names nothing that there is.</exception>
    /// <exception cref="ArgumentException">An input does not exist, the folder lies inside an input or holds one,
    /// or two inputs would become the same output.</exception>
    /// <exception cref="RedactionException">The folder, the manifest or the report cannot be written.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped; no half-written file is left.</exception>
    public BatchSummary Run(BatchOptions options, string folder, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Threads, 1);
        if (options.Shards < 1 || options.Shard < 1 || options.Shard > options.Shards)
            throw new ArgumentException("A shard is I/N with I from 1 to N.");
        var root = Path.GetFullPath(folder);
        var check = new RequestCheck(_redactor, options.Context, options.Fields, options.AllowUnmatched);
        OutputPlace.Check(options.Inputs, root);
        var items = BatchPlan.Make(options.Inputs, _redactor.Policy);
        var spools = Path.Combine(root, RunFiles.SpoolFolder);
        var isEmpty = !Directory.Exists(root) || !Directory.EnumerateFileSystemEntries(root).Any();
        try
        {
            Directory.CreateDirectory(root);
            var summary = Run(options, root, spools, items, check, cancellationToken);
            return isEmpty || options.Resume ? summary : summary with { Notes = [.. summary.Notes, NotEmpty] };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw IoFailure.OnWrite(e);
        }
        finally
        {
            if (Directory.Exists(spools)) Directory.Delete(spools, recursive: true);
        }
    }

    private BatchSummary Run(
        BatchOptions options, string root, string spools, List<BatchItem> all, RequestCheck check, CancellationToken cancellationToken)
    {
        var switches = ManifestSwitches.Of(_redactor, options);
        var dataset = options.Dataset ?? Path.GetFileName(Path.TrimEndingDirectorySeparator(root));
        var isHeld = options.Store?.Artefacts.Holds.ContainsKey(dataset) ?? false;
        var shard = RunShard.Make(options, all);
        List<BatchItem> items = [.. all.Where(i => shard.Has(i.Index))];
        var names = new ItemNames(_redactor, options.Context, new(all));
        using var files = new RunFiles(root, options.Resume, items.Count);
        using var audit = new BatchAudit(Path.Combine(root, FolderOutput.Audit), _redactor.Policy, switches, options, items.Count);
        using var quarantine = new QuarantineFolder(root);
        quarantine.Clear();
        var (summary, report) = (new SummaryBuilder(), new ReportBuilder(_redactor.Policy, switches));
        using var outputs = new FolderOutput(root, files.Reserve);
        var share = new ThreadShare(options.Threads);
        var kept = files.Earlier is null ? null : new KeptItems(files.Earlier, _redactor, options, root, dataset, isHeld);
        var tapes = new ItemTapes(files.Work, _redactor, options);
        var processor = new ItemProcessor(
            _redactor, options, outputs, (notes, input) => Observe(notes, input, options), check, cancellationToken)
        {
            Share = share,
            Names = names,
            Kept = kept is null ? null : kept.Find,
            Tapes = tapes.Open,
        };
        var recorder = options.Store is null ? null : new StoreRecorder(options.Store, root, dataset, options.RetainUntil);

        options.Progress?.Report(new(0, items.Count, 0, 0));
        using (options.Store?.Seals.Defer())
        using (var manifest = new ManifestWriter(files.Manifest.Stream, _redactor, options, isHeld))
        {
            OrderedPump.Run(items, share, item => processor.Process(item, new PlanSpool(spools, $"{item.Index}")),
                result => Consume(result, manifest), cancellationToken);
        }

        var total = summary.Build() with
        {
            Unmatched = check.Unmatched(isWhole: !options.Resume && options.Shards <= 1, isEmpty: all.Count == 0),
            Notes = check.Notes,
        };
        report.Write(files.Report.Stream, total);
        var (manifestDigest, reportDigest) = files.Release(options.Shards > 1 ? shard : null);
        recorder?.AddFile(Manifest.FileName, "", "manifest", manifestDigest);
        recorder?.AddFile(FolderOutput.Report, "", "report", reportDigest);
        audit.Finish(manifestDigest, reportDigest, total);
        files.End(total.IsComplete);
        return total;

        void Consume(ItemOutcome result, ManifestWriter manifest)
        {
            files.Reserve.Watch();
            summary.Add(result);
            audit.Add(result);
            if (!result.IsKept) recorder?.Add(result);
            report.Add(result);
            if (result.Error is not null || result.Notes.Refused.Count > 0) quarantine.Add(result);
            manifest.Write(result); // last: what stands there is not done again
            tapes.Forget(result.Item);
            options.Progress?.Report(new(summary.Done, items.Count, summary.Failed, summary.Findings));
        }
    }

    private RedactionObserver Observe(ItemNotes notes, FileDigest input, BatchOptions options)
    {
        var manifest = new ManifestObserver(notes, _paths, options.ManifestHasTextPlans);
        return options.Store is { } store ? new StoreObserver(manifest, store, options.Seal, notes, input.Sha256) : manifest;
    }
}
