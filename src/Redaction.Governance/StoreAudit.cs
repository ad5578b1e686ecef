using System.Collections.Immutable;

namespace Redaction.Governance;

/// <summary>Verifies the log of a store together with its tables.</summary>
internal static class StoreAudit
{
    /// <summary>True when the log is that of a store: its tables lie beside it, or it tells of them in a folder where they
    /// should.</summary>
    public static bool IsStore(string logPath)
    {
        if (Path.GetFileName(logPath) != StoreBinding.LogName) return false;
        return File.Exists(Tables(logPath)) || File.Exists(logPath) && AuditVerifier.VerifyFile(logPath).IsIntact
            && AuditLog.ReadEvents(logPath).Any(static e => e.Event == AuditEvents.Store);
    }

    /// <summary>What is wrong with the tables; with the key every row is checked, without it their numbers.</summary>
    public static ImmutableArray<AuditProblem> Problems(
        string logPath, AuditReport log, RedactionKey? key, string project, CancellationToken cancellation)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(logPath))!;
        if (!File.Exists(Tables(logPath)))
            return [Problem(log, $"'{SafeFile.Name}' is missing, which the log tells of.")];
        try
        {
            using (var file = SafeFile.Open(folder))
                if (StoreBinding.CheckWithoutKey(folder, file) is { } open)
                    throw new RedactionException(ErrorCodes.Integrity, "store", open);
            // With problems told already it is not opened, which would write.
            if (key is not null && log.IsIntact) ProjectStore.Open(folder, key, project, cancellationToken: cancellation).Dispose();
            return [];
        }
        catch (RedactionException e) when (e.Code == ErrorCodes.Integrity)
        {
            return [Problem(log, e.Advice ?? e.Message)];
        }
    }

    private static AuditProblem Problem(AuditReport log, string message) => new(AuditProblemKind.Tables, log.Head?.Size ?? 0, message);

    private static string Tables(string logPath) =>
        Path.Combine(Path.GetDirectoryName(Path.GetFullPath(logPath))!, SafeFile.Name);
}
