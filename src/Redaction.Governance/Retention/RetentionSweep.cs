using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Redaction.Governance;

/// <summary>Deletes what may no longer be kept.</summary>
internal static class RetentionSweep
{
    private static readonly ImmutableArray<string> s_never =
    [
        "what is left of deleted files on the medium: deleting removes names, "
            + "and on SSDs, copy-on-write and cloud storage overwriting proves nothing",
        "copies that were made outside this program, such as backups and what recipients hold",
    ];

    /// <summary>Deletes all artefacts that are due and not on hold and notes it in the register; null when nothing is due.</summary>
    /// <returns>What is to be certified.</returns>
    /// <remarks>When it is stopped, what was deleted until then is certified. A file that is not at its place any more counts as deleted
    /// by others and is told so. One that cannot be deleted is told in
    /// the checks.</remarks>
    public static DeletionScope? Run(ArtefactRegister artefacts, DateTimeOffset now, DeletionScope scope, CancellationToken cancellation)
    {
        var due = artefacts.Due(now);
        if (due.IsEmpty) return null;
        var (deleted, missing, failed, done) = (ImmutableArray.CreateBuilder<DeletedFile>(), 0, 0, 0);
        foreach (var artefact in due)
        {
            if (cancellation.IsCancellationRequested && done > 0) break; // what was deleted is certified
            cancellation.ThrowIfCancellationRequested();
            done++;
            var there = File.Exists(artefact.Path);
            if (!TryDelete(artefact.Path))
            {
                failed++;
                continue;
            }
            var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(artefact.Path)));
            if (there) deleted.Add(new(artefact.Dataset, name, artefact.Sha256, artefact.Bytes));
            else missing++;
            artefacts.Add(artefact with { Deleted = now });
        }
        string[] stopped = done < due.Length ? [$"{due.Length - done} files that are due and were left when the sweep was stopped"] : [];
        string[] others = missing > 0 ? [$"{missing} files that were not at their place any more"] : [];
        return scope with
        {
            Methods = ["file-delete"],
            Files = deleted.ToImmutable(),
            NotCovered = [.. stopped, .. others, .. s_never],
            Checks = [new("path-absent", done, failed)],
        };
    }

    private static bool TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // told by the check
        }
        return !File.Exists(path);
    }
}
