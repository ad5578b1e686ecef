using System.Collections.Immutable;
using System.Globalization;
using Redaction.Governance;

namespace Redaction.Batch;

/// <summary>The logs of shards in a joined folder: each as it was, and one over all that has taken up the end of each.</summary>
internal static class MergedLogs
{
    /// <summary>The folder with the logs of the shards.</summary>
    public const string Folder = "logs";

    public static void Write(
        string root, ImmutableArray<MergedShard> shards, AuditHead[] heads, AuditSigner? signer, FileDigest manifest, FileDigest report,
        BatchSummary total)
    {
        Directory.CreateDirectory(Path.Combine(root, Folder));
        using var log = AuditLog.Open(Path.Combine(root, FolderOutput.Audit), signer);
        for (var i = 0; i < shards.Length; i++)
        {
            File.Copy(shards[i].Log, PathOf(root, i + 1), overwrite: true);
            log.RollUp(heads[i]);
        }
        log.Append(new(AuditEvents.Export)
        {
            Actor = "redact",
            Artefact = manifest.Sha256,
            Details = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal)
                .Add("file", Manifest.FileName).Add(BatchAudit.ReportDetail, report.Sha256),
            Counts = ImmutableSortedDictionary.Create<string, long>(StringComparer.Ordinal)
                .Add("done", total.Done).Add("failed", total.Failed).Add("shards", shards.Length),
        });
    }

    /// <summary>Checks that the logs of a joined folder are those that its log took up.</summary>
    public static void Verify(string root, AuditSigner? signer, List<OutputProblem> problems)
    {
        var heads = AuditLog.ReadEvents(Path.Combine(root, FolderOutput.Audit)).Where(static e => e.Event == AuditEvents.RollUp)
            .Select(static e => (
                Log: e.Details.GetValueOrDefault("log"), Size: e.Counts.GetValueOrDefault("size"),
                Root: e.Details.GetValueOrDefault("root"))).ToArray();
        for (var i = 0; i < heads.Length; i++)
        {
            var path = PathOf(root, i + 1);
            var report = File.Exists(path) ? AuditVerifier.VerifyFile(path, signer) : null;
            if (report is { IsIntact: true, Head: { } head } && (head.Log, head.Size, head.Root) == heads[i]) continue;
            problems.Add(new("audit", $"{Folder}/{Path.GetFileName(path)}", "not the log that was taken up"));
        }
    }

    private static string PathOf(string root, int shard) =>
        Path.Combine(root, Folder, string.Create(CultureInfo.InvariantCulture, $"shard-{shard:00000}.jsonl"));
}
