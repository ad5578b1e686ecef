using Redaction.Governance;

namespace Redaction.Batch;

/// <summary>Tells from the audit log of a folder which manifest and report its last run wrote.</summary>
internal static class ExportedManifest
{
    /// <summary>The detail of the record that holds the digest of the report.</summary>
    public const string ReportDetail = "report";

    /// <summary>Digest of the manifest; null when no run ended.</summary>
    /// <param name="log">A log that was found intact.</param>
    public static string? DigestIn(string log) => In(log).Manifest;

    /// <summary>Digests of the manifest and of the report; null when no run ended, or it did not tell.</summary>
    /// <param name="log">A log that was found intact.</param>
    public static (string? Manifest, string? Report) In(string log)
    {
        var last = AuditLog.ReadEvents(log).LastOrDefault(static e => e.Event == AuditEvents.Export);
        return (last?.Artefact, last?.Details.GetValueOrDefault(ReportDetail));
    }
}
