using System.Collections.Immutable;
using Redaction.Governance;

namespace Redaction.Batch;

/// <summary>The logs of shards in a joined folder: each as it was, and one over all that has taken up the end of each.</summary>
internal static class MergedLogs
{
    public static void Write(
        string root, ImmutableArray<MergedShard> shards, AuditHead[] heads, AuditSigner? signer, FileDigest manifest, FileDigest report,
        BatchSummary total)
    {
        Directory.CreateDirectory(Path.Combine(root, FolderOutput.Logs));
        using var log = AuditLog.Open(Path.Combine(root, FolderOutput.Audit), signer);
        for (var i = 0; i < shards.Length; i++)
        {
            File.Copy(shards[i].Log, ShardLogs.PathOf(root, i + 1), overwrite: true);
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
}
