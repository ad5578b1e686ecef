using System.Text.Json;
using Redaction.Text;

namespace Redaction.Batch;

/// <summary>Finds personal data in files and folders and writes the findings as JSON lines; changes nothing.</summary>
public sealed class ScanRunner
{
    private readonly RedactionEngine _redactor;
    private readonly SafePaths _paths;

    /// <summary>Makes a runner; <see cref="RedactionEngineBuilder.ForScanning"/> makes the fitting redactor.</summary>
    public ScanRunner(RedactionEngine redactor)
    {
        ArgumentNullException.ThrowIfNull(redactor);
        _redactor = redactor;
        _paths = new(redactor.Paths);
    }

    /// <summary>Writes one line a finding, in the order of the inputs; a file that cannot be read gives one line
    /// with the error's code.</summary>
    /// <exception cref="UnknownChoiceException">A data type, purpose, role or field names nothing that there is.</exception>
    /// <exception cref="ArgumentException">An input or the taxonomy does not exist.</exception>
    /// <exception cref="OperationCanceledException">The scan was stopped.</exception>
    public BatchSummary Run(BatchOptions options, Stream output, ScanOptions scan, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(scan);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Threads, 1);
        if (scan.Format is { } wanted) AnnotationFiles.Check(wanted, scan.Folder);
        var taxonomy = scan.Taxonomy is null ? null : EntityTaxonomy.Names(scan.Taxonomy);
        var check = new RequestCheck(_redactor, options.Context, options.Fields, options.AllowUnmatched);
        var items = BatchPlan.Make(options.Inputs, _redactor.Policy);
        var spools = Directory.CreateTempSubdirectory("redact-scan-");
        try
        {
            var (summary, share) = (new SummaryBuilder(), new ThreadShare(options.Threads));
            var images = new List<AnnotatedImage>();
            var processor = new ItemProcessor(_redactor, options, new NoOutput(), Observe, check, cancellationToken)
            {
                Share = share,
                Names = scan.ShowValues ? null : new(_redactor, options.Context, new(items)) { Refuses = false },
            };
            OrderedPump.Run(items, share, item => processor.Process(item, new PlanSpool(spools.FullName, $"{item.Index}")),
                Consume, cancellationToken);
            if (scan.Format is { } format) AnnotationFiles.Write(format, images, output, scan.Folder);
            output.Flush();
            return summary.Build() with { Unmatched = check.Unmatched(isWhole: true, isEmpty: items.Count == 0), Notes = check.Notes };

            void Consume(ItemOutcome result)
            {
                summary.Add(result);
                if (scan.Format is not null) Annotate(result, images);
                else if (result.Error is null) result.Spool.CopyTo(output);
                else WriteError(output, result);
                options.Progress?.Report(new(summary.Done, items.Count, summary.Failed, summary.Findings));
            }
        }
        finally
        {
            spools.Delete(recursive: true);
        }

        ScanObserver Observe(ItemNotes notes, FileDigest input) =>
            new(notes, _paths, scan, taxonomy, _redactor.Text, options.Context);
    }

    private static void Annotate(ItemOutcome result, List<AnnotatedImage> images)
    {
        if (result is not { Error: null, File: ImageItem image }) return;
        using var findings = new MemoryStream();
        result.Spool.CopyTo(findings);
        images.AddRange(AnnotatedImage.Of(result.Item.Main.RelativePath, image.Summary,
            findings.GetBuffer().AsMemory(0, (int)findings.Length)));
    }

    private static void WriteError(Stream output, ItemOutcome result)
    {
        using (var json = new Utf8JsonWriter(output, ManifestJson.Compact))
        {
            json.WriteStartObject();
            json.WriteString("source", result.Item.Main.RelativePath);
            json.WriteString("error", result.Error);
            json.WriteEndObject();
        }
        output.Write("\n"u8);
    }
}
