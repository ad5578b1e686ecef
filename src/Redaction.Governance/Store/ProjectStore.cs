namespace Redaction.Governance;

/// <summary>What a project keeps in one folder: sealed originals, who appears where, what was written, and the log of every use.</summary>
/// <remarks>Thread-safe; one process has a store open at a time. Nothing in it is a value in the clear; paths in the register are as the file system has them.
/// The lines of its files are tied to each other under the project's key, so that none can be changed, left out, added or moved.</remarks>
public sealed class ProjectStore : IDisposable
{
    private ProjectStore(string folder, RedactionKey key, string project, TimeProvider? time)
    {
        Folder = Path.GetFullPath(folder);
        Directory.CreateDirectory(Folder);
        Time = time ?? TimeProvider.System;
        Seals = SealStore.Open(Folder, key, project, time);
        try
        {
            Subjects = new(Path.Combine(Folder, "subjects.jsonl"), new(key, project, "subjects"));
            Artefacts = new(Path.Combine(Folder, "register.jsonl"), new(key, project, "register"));
            Signer = AuditSigner.Derive(key, project);
            Log = AuditLog.Open(LogPath, Signer, Time);
        }
        catch
        {
            Subjects?.Dispose();
            Artefacts?.Dispose();
            Signer?.Dispose();
            Seals.Dispose();
            throw;
        }
    }

    /// <summary>Opens a store or makes it.</summary>
    /// <exception cref="RedactionException">It belongs to another key or project, or was changed (<see cref="ErrorCodes.Integrity"/>).</exception>
    /// <exception cref="IOException">It cannot be opened, or another process has it open.</exception>
    public static ProjectStore Open(string folder, RedactionKey key, string project = "", TimeProvider? time = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(key);
        return new(folder, key, project, time);
    }

    /// <summary>Full path of the folder.</summary>
    public string Folder { get; }

    /// <summary>Full path of the log.</summary>
    public string LogPath => Path.Combine(Folder, "audit.jsonl");

    /// <summary>The sealed originals.</summary>
    public SealStore Seals { get; }

    /// <summary>Who appears where.</summary>
    public SubjectIndex Subjects { get; }

    /// <summary>What was written.</summary>
    public ArtefactRegister Artefacts { get; }

    /// <summary>The log of uses: renderings, reveals, holds, deletions.</summary>
    public AuditLog Log { get; }

    /// <summary>Signs the log, grants and certificates.</summary>
    public AuditSigner Signer { get; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; }

    /// <summary>Ends the log with a checkpoint and closes everything.</summary>
    public void Dispose()
    {
        Log.Dispose();
        Signer.Dispose();
        Artefacts.Dispose();
        Subjects.Dispose();
        Seals.Dispose();
    }
}
