namespace Redaction.Batch;

/// <summary>Outputs under a folder, at the same relative paths as the inputs.</summary>
internal sealed class FolderOutput(string root) : IItemOutput
{
    /// <summary>Code of an input whose output would stand where the run writes its own files.</summary>
    public const string ReservedCode = "reserved-name";

    public const string Audit = "audit.jsonl";
    public const string Report = "report.html";
    public const string Quarantine = "quarantine";

    public void EnsureFree(BatchItem item)
    {
        foreach (var file in item.Files)
            if (IsReserved(file.RelativePath))
                throw new RedactionException(ReservedCode, "output", "Rename the input: the run writes a file of this name.");
    }

    public IItemTarget Open(InputFile file) => new OutputFile(Place(file));

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
    public static bool IsOwn(string relative) => relative is Manifest.FileName or Report or Audit;

    private static bool IsReserved(string relative) =>
        IsOwn(relative) || relative == Quarantine
            || relative.StartsWith(Quarantine + "/", StringComparison.Ordinal);
}
