namespace Redaction.Batch;

/// <summary>The files that a run writes beside its outputs, and what it keeps of earlier ones.</summary>
internal sealed class RunFiles : IDisposable
{
    /// <summary>The folder for what is too large for memory.</summary>
    public const string SpoolFolder = ".redact-spool";

    private const string ReserveFile = ".redact-reserve";
    private const long Room = 1 << 20, RoomPerItem = 2048;
    private readonly string _root;

    /// <param name="root">The output folder.</param>
    /// <param name="resumes">Whether what earlier runs did counts.</param>
    /// <param name="items">Number of items.</param>
    public RunFiles(string root, bool resumes, int items)
    {
        _root = root;
        Work = new(root);
        File.Delete(Path.Combine(root, FolderOutput.Success));
        File.Delete(Path.Combine(root, FolderOutput.Shard));
        if (resumes) Work.Gather();
        else Work.Clear();
        Earlier = resumes ? new(Work.Manifests) : null;
        var manifest = Path.Combine(root, Redaction.Batch.Manifest.FileName);
        var report = Path.Combine(root, FolderOutput.Report);
        File.Delete(manifest);
        File.Delete(report);
        Reserve = new DiskReserve(Path.Combine(root, ReserveFile), Room + RoomPerItem * items);
        Manifest = new(manifest, Reserve, usesReserve: true) { Rescue = Work.Take };
        Report = new(report, Reserve, usesReserve: true);
    }

    /// <summary>What is there until the run has ended.</summary>
    public WorkFolder Work { get; }

    /// <summary>What earlier runs wrote; null where it does not count.</summary>
    public EarlierLines? Earlier { get; }

    /// <summary>Room for these files.</summary>
    public DiskReserve Reserve { get; }

    public OutputFile Manifest { get; }

    public OutputFile Report { get; }

    /// <summary>Gives the files their names.</summary>
    /// <param name="shard">The part of the inputs that was worked on; null for all of them.</param>
    /// <returns>Digests of the manifest and of the report.</returns>
    public (FileDigest Manifest, FileDigest Report) Release(RunShard? shard)
    {
        var digests = (Manifest.Finish(), Report.Finish());
        Manifest.Release();
        Report.Release();
        if (shard is null) return digests;
        using var file = new OutputFile(Path.Combine(_root, FolderOutput.Shard));
        shard.Write(file.Stream);
        file.Finish();
        file.Release();
        return digests;
    }

    /// <summary>Ends the run: nothing of it is to be taken up again.</summary>
    /// <param name="isComplete">Everything was released.</param>
    public void End(bool isComplete)
    {
        Earlier?.Dispose();
        Work.Clear();
        if (isComplete) File.Create(Path.Combine(_root, FolderOutput.Success)).Dispose();
    }

    public void Dispose()
    {
        Earlier?.Dispose();
        Report.Dispose();
        Manifest.Dispose();
        Reserve.Dispose();
    }
}
