using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Redaction.Text;

namespace Redaction.Batch;

/// <summary>What a run keeps beside its output while it is not finished, so that it can be taken up again: the lines of manifests that were
/// begun, and the plans of long documents. There are no values in it.</summary>
internal sealed class WorkFolder
{
    private const string Plans = ".plans", Lines = ".jsonl";
    private readonly string _root;
    private readonly string _folder;

    /// <param name="root">The output folder.</param>
    public WorkFolder(string root) => (_root, _folder) = (root, Path.Combine(root, FolderOutput.Work));

    /// <summary>Manifests of runs that came before, in their order; the last one may end anywhere.</summary>
    public IEnumerable<string> Manifests => !Directory.Exists(_folder) ? []
        : Directory.EnumerateFiles(_folder, "*" + Lines).Order(StringComparer.Ordinal);

    /// <summary>Takes in the manifest that is there and one that was begun, before another is.</summary>
    public void Gather()
    {
        var manifest = Path.Combine(_root, Manifest.FileName);
        foreach (var file in (string[])[manifest, OutputFile.TemporaryOf(manifest)])
            if (File.Exists(file)) Take(file);
        foreach (var file in Directory.EnumerateFiles(_root, OutputFile.TemporaryOf("*"), new EnumerationOptions
        {
            RecurseSubdirectories = true,
            AttributesToSkip = FileAttributes.ReparsePoint, // of names that begin with a dot the default skips
        }))
            File.Delete(file);
    }

    /// <summary>Takes in a manifest that was begun.</summary>
    public void Take(string manifest)
    {
        if (new FileInfo(manifest).Length == 0)
        {
            File.Delete(manifest);
            return;
        }
        Directory.CreateDirectory(_folder);
        var number = Manifests.Select(static f => int.Parse(Path.GetFileNameWithoutExtension(f), CultureInfo.InvariantCulture))
            .DefaultIfEmpty(0).Max() + 1;
        File.Move(manifest, Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"{number:000000}{Lines}")));
    }

    /// <summary>The tape of a document.</summary>
    /// <param name="source">Its path in the output.</param>
    /// <param name="stamp">Everything that decides besides the document.</param>
    /// <param name="policyId">The policy that decides.</param>
    public PlanTape OpenTape(string source, string stamp, string policyId)
    {
        Directory.CreateDirectory(_folder);
        return new(TapeOf(source), stamp, policyId);
    }

    /// <summary>Removes the tape of a document that stands in the manifest.</summary>
    public void DeleteTape(string source)
    {
        if (Directory.Exists(_folder)) File.Delete(TapeOf(source));
    }

    /// <summary>Removes all of it.</summary>
    public void Clear()
    {
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }

    private string TapeOf(string source) =>
        Path.Combine(_folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(source)).AsSpan(0, 16)) + Plans);
}
