using System.Globalization;
using Redaction.Governance;

namespace Redaction.Batch;

/// <summary>The logs of the parts in a joined folder.</summary>
internal static class ShardLogs
{
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
            problems.Add(new("audit", $"{FolderOutput.Logs}/{Path.GetFileName(path)}", "not the log that was taken up"));
        }
    }

    /// <summary>Where the log of a part lies.</summary>
    public static string PathOf(string root, int shard) =>
        Path.Combine(root, FolderOutput.Logs, string.Create(CultureInfo.InvariantCulture, $"shard-{shard:00000}.jsonl"));
}
