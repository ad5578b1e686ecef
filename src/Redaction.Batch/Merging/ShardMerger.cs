using System.Collections.Immutable;
using Redaction.Governance;

namespace Redaction.Batch;

/// <summary>Joins the outputs of runs that each worked on a part of the inputs: one folder, one manifest, one report, as one run would have
/// written them, and one log that binds the logs of all.</summary>
internal sealed class ShardMerger
{
    /// <summary>How many logs are verified at once.</summary>
    /// <value>The number of cores.</value>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Moves the outputs instead of copying them, on one file system.</summary>
    public bool Moves { get; init; }

    /// <summary>Signs the log of the joined folder and is to have signed those of the parts; null: nothing is signed.</summary>
    public AuditSigner? Signer { get; init; }

    /// <summary>Joins shards.</summary>
    /// <param name="shards">The output folders of all parts, in any order.</param>
    /// <param name="folder">The new folder.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">A part is missing, stands there twice or did not end, the parts are not of the same inputs,
    /// rules and versions, or the folder is there already.</exception>
    /// <exception cref="RedactionException">A log, a manifest or an output was changed (<see cref="ErrorCodes.Integrity"/>).</exception>
    public BatchSummary Merge(IReadOnlyList<string> shards, string folder, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(shards);
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        var root = Path.GetFullPath(folder);
        if (File.Exists(Path.Combine(root, Manifest.FileName))) throw new ArgumentException($"There is a manifest in '{folder}' already.");
        var parts = Parts(shards);
        var heads = Verify(parts, cancellationToken);
        try
        {
            Directory.CreateDirectory(root);
            return Merge(parts, heads, root, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw IoFailure.OnWrite(e);
        }
    }

    private static ImmutableArray<MergedShard> Parts(IReadOnlyList<string> folders)
    {
        ImmutableArray<MergedShard> parts =
            [.. folders.Select(static f => new MergedShard(Path.GetFullPath(f), RunShard.Read(f))).OrderBy(static p => p.Shard.Shard)];
        if (parts.IsEmpty) throw new ArgumentException("Give the folders of all shards.");
        var first = parts[0].Shard;
        if (parts.FirstOrDefault(p => p.Shard with { Shard = first.Shard } != first) is { } other)
            throw new ArgumentException($"'{other.Folder}' is a shard of other inputs than '{parts[0].Folder}'.");
        for (var number = 1; number <= first.Of; number++)
        {
            var count = parts.Count(p => p.Shard.Shard == number);
            var often = count == 0 ? "not" : "more than once";
            if (count != 1) throw new ArgumentException($"Shard {number} of {first.Of} is there {often}.");
        }
        return parts;
    }

    private AuditHead[] Verify(ImmutableArray<MergedShard> parts, CancellationToken cancellationToken)
    {
        var heads = new AuditHead[parts.Length];
        var options = new ParallelOptions { MaxDegreeOfParallelism = Threads, CancellationToken = cancellationToken };
        try
        {
            Parallel.For(0, parts.Length, options, i => heads[i] = parts[i].VerifiedHead(Signer));
        }
        catch (AggregateException e) when (e.InnerException is RedactionException failure)
        {
            throw failure;
        }
        return heads;
    }

    private BatchSummary Merge(ImmutableArray<MergedShard> parts, AuditHead[] heads, string root, CancellationToken cancellationToken)
    {
        using var manifest = new OutputFile(Path.Combine(root, Manifest.FileName));
        using var page = new OutputFile(Path.Combine(root, FolderOutput.Report));
        using var quarantine = new QuarantineFolder(root);
        quarantine.Clear();
        var sources = new HashSet<string>(StringComparer.Ordinal);
        var (summary, report) = (new SummaryBuilder(), (ReportBuilder?)null);
        ManifestItem? first = null;
        using (var lines = new MergedLines(parts))
        {
            foreach (var (line, part) in lines.InOrder())
            {
                cancellationToken.ThrowIfCancellationRequested();
                var item = ManifestItem.Read(line) ?? throw MergedShard.Changed(Manifest.FileName);
                report ??= new(OriginOf(item), item.Switches ?? throw MergedShard.Changed(Manifest.FileName));
                Require(first ??= item, item, part);
                if (!sources.Add(item.Main.Source)) throw MergedShard.Changed(Manifest.FileName);
                foreach (var file in item.Files.Where(static f => f.Output is not null)) part.Hand(file, root, Moves);
                using var outcome = MergedItem.Outcome(item);
                summary.Add(outcome);
                report.Add(outcome);
                if (outcome.Error is not null || outcome.Notes.Refused.Count > 0) quarantine.Add(outcome);
                if (sources.Count == 1) ManifestLine.WriteWithRules(line, null, manifest.Stream);
                else ManifestLine.WriteWithoutRules(line, manifest.Stream);
                manifest.Stream.Write("\n"u8);
            }
        }
        var total = summary.Build();
        report?.Write(page.Stream, total);
        var (manifestDigest, reportDigest) = (manifest.Finish(), page.Finish());
        manifest.Release();
        page.Release();
        MergedLogs.Write(root, parts, heads, Signer, manifestDigest, reportDigest, total);
        if (total.IsComplete) File.Create(Path.Combine(root, FolderOutput.Success)).Dispose();
        return total;
    }

    private static LoadedPolicy OriginOf(ManifestItem item) =>
        new(new RedactionPolicy(item.Policy.Id, new PolicyRule("erase")), item.Policy.Sha256);

    private static void Require(ManifestItem first, ManifestItem item, MergedShard part)
    {
        if (item.Policy != first.Policy || item.Stamp.Engine != first.Stamp.Engine || item.Stamp.Detectors != first.Stamp.Detectors
            || item.Stamp.Lexicons != first.Stamp.Lexicons || item.Stamp.Key != first.Stamp.Key
            || item.Switches?.ToJson() != first.Switches?.ToJson())
            throw new ArgumentException($"'{part.Folder}' was redacted under other rules, keys or versions than the other shards.");
    }
}
