using Redaction.Governance;

namespace Redaction.Batch;

/// <summary>Tells from the audit log of a folder which manifest its last run wrote.</summary>
internal static class ExportedManifest
{
    /// <summary>Digest of the manifest; null when no run ended.</summary>
    /// <param name="log">A log that was found intact.</param>
    public static string? DigestIn(string log) =>
        AuditLog.ReadEvents(log).LastOrDefault(static e => e.Event == AuditEvents.Export)?.Artefact;
}
