using System.Text.Json;
using Redaction.Governance;

namespace Redaction.Batch;

/// <summary>Tells from the audit log of a folder which manifest its last run wrote.</summary>
internal static class ExportedManifest
{
    /// <summary>Digest of the manifest; null when no run ended.</summary>
    /// <param name="log">A log that was found intact.</param>
    public static string? DigestIn(string log)
    {
        string? last = null;
        foreach (var line in File.ReadLines(log))
        {
            using var record = JsonDocument.Parse(line);
            if (record.RootElement.GetProperty("event").GetString() != AuditEvents.Export) continue;
            last = record.RootElement.GetProperty("artefact").GetString();
        }
        return last;
    }
}
