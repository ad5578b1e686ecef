namespace Redaction.Batch;

/// <summary>Outputs under a folder, at the same relative paths as the inputs.</summary>
internal sealed class FolderOutput(string root, DiskReserve reserve) : IItemOutput, IDisposable
{
    private readonly HashSet<OutputFile> _open = [];
    private bool _isClosed;

    /// <summary>Code of an input whose output would stand where the run writes its own files.</summary>
    public const string ReservedCode = "reserved-name";

    public const string Audit = "audit.jsonl";
    public const string Report = "report.html";

    /// <summary>An empty file that stands there once everything was released.</summary>
    public const string Success = InputWalk.SuccessMarker;

    /// <summary>Which part of the inputs a run worked on.</summary>
    public const string Shard = "shard.json";

    /// <summary>The folder of what a run keeps while it is not finished.</summary>
    public const string Work = ".redact-work";

    /// <summary>The folder of the logs that the log of a joined folder has taken up.</summary>
    public const string Logs = "logs";

    public const string Quarantine = "quarantine";

    public void EnsureFree(BatchItem item)
    {
        reserve.Require();
        foreach (var file in item.Files)
            if (IsReserved(file.RelativePath))
                throw new RedactionException(ReservedCode, "output", "Rename the input: the run writes a file of this name.");
    }

    public IItemTarget Open(InputFile file)
    {
        lock (_open)
        {
            if (_isClosed) throw new OperationCanceledException();
            var output = new OutputFile(Place(file), reserve);
            _open.Add(output);
            return new Target(this, output);
        }
    }

    /// <summary>Removes what is still being written, by work that was abandoned; nothing is released any more.</summary>
    public void Dispose()
    {
        lock (_open)
        {
            _isClosed = true;
            foreach (var output in _open) output.Abandon();
        }
    }

    public void Withdraw(BatchItem item)
    {
        foreach (var file in item.Files)
        {
            if (IsReserved(file.RelativePath) || file.RelativePath == ".") continue;
            var place = Place(file);
            if (File.Exists(place)) File.Delete(place);
        }
    }

    private string Place(InputFile file) => Path.Combine(root, file.RelativePath.Replace('/', Path.DirectorySeparatorChar));

    /// <summary>True for a file that the run itself writes.</summary>
    public static bool IsOwn(string relative) =>
        relative is Manifest.FileName or Report or Audit or Success or Shard or Work
        || relative.StartsWith(Work + "/", StringComparison.Ordinal)
        || relative.StartsWith(Logs + "/shard-", StringComparison.Ordinal);

    private static bool IsReserved(string relative) =>
        IsOwn(relative) || relative == Quarantine
            || relative.StartsWith(Quarantine + "/", StringComparison.Ordinal);

    private sealed class Target(FolderOutput folder, OutputFile output) : IItemTarget
    {
        public Stream Stream => output.Stream;

        public FileDigest Finish() => output.Finish();

        public void Release()
        {
            lock (folder._open)
            {
                if (folder._isClosed) throw new OperationCanceledException();
                output.Release();
            }
        }

        public void Dispose()
        {
            lock (folder._open) folder._open.Remove(output);
            output.Dispose();
        }
    }
}
