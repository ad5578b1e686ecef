namespace Redaction.Governance;

/// <summary>Refuses to write output where others than its owner could change it, where it is shared with the world, or beside another
/// project's.</summary>
internal static class ExportGuard
{
    private static readonly string[] s_served = ["/var/www/", "/srv/http/"];
    private static readonly string[] s_shared =
        ["Dropbox", "OneDrive", "Google Drive", "GoogleDrive", "iCloud Drive", "public_html", "htdocs", "wwwroot"];

    /// <summary>Checks a folder before it is written to.</summary>
    /// <param name="folder">The folder; it need not exist.</param>
    /// <param name="signer">The project's signer, to tell its output from that of others; null leaves this out.</param>
    /// <exception cref="ArgumentException">The place is not safe; the message says why.</exception>
    public static void Check(string folder, AuditSigner? signer = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var full = Path.GetFullPath(folder);
        foreach (var part in full.Split(Path.DirectorySeparatorChar))
            if (s_shared.Contains(part, StringComparer.OrdinalIgnoreCase))
                throw Unsafe($"The output '{folder}' lies in '{part}', which is shared with others: choose another place.");
        if (s_served.Any(place => full.StartsWith(place, StringComparison.Ordinal)))
            throw Unsafe($"The output '{folder}' lies where a web server reads: choose another place.");
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
        if ((mode & UnixFileMode.OtherWrite) == 0 || sticky) return;
        var named = place == full ? shown : place;
        throw Unsafe($"Everyone may write to '{named}': choose another place, or take the right away (chmod o-w).");
    }

    private static void CheckProject(string log, string shown, AuditSigner? signer)
    {
        if (signer is null || !File.Exists(log)) return;
        var last = AuditLog.ReadEvents(log).LastOrDefault(static e => e.Event == AuditEvents.Checkpoint && !e.Details.IsEmpty);
        if (last is null || !last.Details.TryGetValue("key", out var key) || signer.KeyIds.Contains(key)) return;
        throw Unsafe($"The output '{shown}' holds the output of another project or key: choose another folder.");
    }

    private static ArgumentException Unsafe(string message) => new(message);
}
