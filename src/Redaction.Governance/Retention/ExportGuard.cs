using System.Text.Json;

namespace Redaction.Governance;

/// <summary>Refuses to write output where others than its owner could change it, where it is shared with the world, or beside another project's.</summary>
public static class ExportGuard
{
    private static readonly string[] s_shared = ["Dropbox", "OneDrive", "Google Drive", "GoogleDrive", "iCloud Drive", "public_html", "htdocs", "wwwroot"];

    /// <summary>Checks a folder before it is written to.</summary>
    /// <param name="folder">The folder; it need not exist.</param>
    /// <param name="signer">The project's signer, to tell its output from that of others; null leaves this out.</param>
    /// <exception cref="ArgumentException">The place is not safe; the message says why.</exception>
    public static void Check(string folder, AuditSigner? signer = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var full = Path.GetFullPath(folder);
        foreach (var part in full.Split(Path.DirectorySeparatorChar))
            if (s_shared.Contains(part, StringComparer.OrdinalIgnoreCase)) throw new ArgumentException($"The output '{folder}' lies in '{part}', which is shared with others: choose another place.", nameof(folder));
        if (full.StartsWith("/var/www/", StringComparison.Ordinal) || full.StartsWith("/srv/http/", StringComparison.Ordinal)) throw new ArgumentException($"The output '{folder}' lies where a web server reads: choose another place.", nameof(folder));
        CheckMode(full, folder);
        CheckProject(Path.Combine(full, "audit.jsonl"), folder, signer);
    }

    private static void CheckMode(string full, string shown)
    {
        if (OperatingSystem.IsWindows()) return;
        var place = full;
        while (!Directory.Exists(place)) place = Path.GetDirectoryName(place) ?? "/";
        var mode = File.GetUnixFileMode(place);
        // In a folder such as /tmp (sticky) others cannot touch what is not theirs; a new folder below it belongs to its maker alone.
        var sticky = (mode & UnixFileMode.StickyBit) != 0 && place != full;
        if ((mode & UnixFileMode.OtherWrite) != 0 && !sticky) throw new ArgumentException($"Everyone may write to '{(place == full ? shown : place)}': choose another place, or take the right away (chmod o-w).", nameof(shown));
    }

    private static void CheckProject(string log, string shown, AuditSigner? signer)
    {
        if (signer is null || !File.Exists(log)) return;
        foreach (var line in File.ReadLines(log).Reverse())
        {
            using var record = JsonDocument.Parse(line);
            if (record.RootElement.GetProperty("event").GetString() != AuditEvents.Checkpoint || !record.RootElement.TryGetProperty("details", out var details)) continue;
            if (!details.TryGetProperty("key", out var key)) return;
            if (signer.KeyIds.Contains(key.GetString()!)) return;
            throw new ArgumentException($"The output '{shown}' holds the output of another project or key: choose another folder.", nameof(shown));
        }
    }
}
