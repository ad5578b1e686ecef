using Redaction.Text;

namespace Redaction.Batch;

/// <summary>Redacts files and folders of every supported kind into a folder.</summary>
/// <remarks>The outputs, the manifest and the report are the same for any number of threads.</remarks>
public sealed class BatchRunner
{
    private const string SpoolFolder = ".redact-spool", ReserveFile = ".redact-reserve";
    private const long Reserve = 1 << 20, ReservePerItem = 2048;
    private readonly RedactionEngine _redactor;

    /// <summary>Makes a runner.</summary>
    public BatchRunner(RedactionEngine redactor)
    {
        ArgumentNullException.ThrowIfNull(redactor);
        _redactor = redactor;
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
        var root = Path.GetFullPath(folder);
        var check = new RequestCheck(_redactor, options.Context, options.Fields, options.AllowUnmatched);
        OutputPlace.Check(options.Inputs, root);
        var items = BatchPlan.Make(options.Inputs, _redactor.Policy);
        var spools = Path.Combine(root, SpoolFolder);
        try
        {
            Directory.CreateDirectory(root);
            return Run(options, root, spools, items, check, cancellationToken);
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
        BatchOptions options, string root, string spools, List<BatchItem> items, RequestCheck check, CancellationToken cancellationToken)
    {
        var switches = ManifestSwitches.Of(_redactor, options);
        using var reserve = new DiskReserve(Path.Combine(root, ReserveFile), Reserve + ReservePerItem * items.Count);
        using var audit = new BatchAudit(Path.Combine(root, FolderOutput.Audit), _redactor.Policy, switches, options, items.Count);
        using var quarantine = new QuarantineFolder(root);
        quarantine.Clear();
        File.Delete(Path.Combine(root, Manifest.FileName));
        File.Delete(Path.Combine(root, FolderOutput.Report));
        using var manifestFile = new OutputFile(Path.Combine(root, Manifest.FileName), reserve, usesReserve: true);
        using var reportFile = new OutputFile(Path.Combine(root, FolderOutput.Report), reserve, usesReserve: true);
        var (summary, report) = (new SummaryBuilder(), new ReportBuilder(_redactor.Policy, switches));
        using var outputs = new FolderOutput(root, reserve);
        var share = new ThreadShare(options.Threads);
        var processor = new ItemProcessor(_redactor, options, outputs, (notes, input) => Observe(notes, input, options),
            check, cancellationToken)
        {
            Share = share,
            Names = new(_redactor, options.Context, new(items)),
        };
        var dataset = options.Dataset ?? Path.GetFileName(Path.TrimEndingDirectorySeparator(root));
        var recorder = options.Store is null ? null : new StoreRecorder(options.Store, root, dataset, options.RetainUntil);

        using (options.Store?.Seals.Defer())
        using (var manifest = new ManifestWriter(manifestFile.Stream, _redactor, options,
            options.Store?.Artefacts.Holds.ContainsKey(dataset) ?? false))
        {
            OrderedPump.Run(items, share, item => processor.Process(item, new PlanSpool(spools, $"{item.Index}")),
                result => Consume(result, manifest), cancellationToken);
        }

        var total = summary.Build() with { Unmatched = check.Unmatched() };
        report.Write(reportFile.Stream, total);
        var manifestDigest = manifestFile.Finish();
        var reportDigest = reportFile.Finish();
        manifestFile.Release();
        reportFile.Release();
        recorder?.AddFile(Manifest.FileName, "", "manifest", manifestDigest);
        recorder?.AddFile(FolderOutput.Report, "", "report", reportDigest);
        audit.Finish(manifestDigest, reportDigest, total);
        return total;

        void Consume(ItemOutcome result, ManifestWriter manifest)
        {
            reserve.Watch();
            summary.Add(result);
            manifest.Write(result);
            audit.Add(result);
            recorder?.Add(result);
            report.Add(result);
            if (result.Error is not null || result.Notes.Refused.Count > 0) quarantine.Add(result);
            options.Progress?.Report(new(summary.Done, items.Count, summary.Failed, summary.Findings));
        }
    }

    private RedactionObserver Observe(ItemNotes notes, FileDigest input, BatchOptions options)
    {
        var manifest = new ManifestObserver(notes, new SafePaths(_redactor.Paths));
        return options.Store is { } store ? new StoreObserver(manifest, store, options.Seal, notes, input.Sha256) : manifest;
    }
}
