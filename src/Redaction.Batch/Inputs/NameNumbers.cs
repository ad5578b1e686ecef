namespace Redaction.Batch;

/// <summary>Numbers for the files and folders of a run, which stand for their names where those must not be told. They depend on the order
/// of the inputs only.</summary>
internal sealed class NameNumbers
{
    private readonly Dictionary<string, int> _stems = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _folders = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    public NameNumbers(IEnumerable<BatchItem> items)
    {
        foreach (var item in items)
        {
            // Files of one stem belong together: a text and its annotations.
            _stems.TryAdd(Stem(item.Main.RelativePath), item.Index + 1);
            foreach (var file in item.Files)
            {
                _taken.Add(file.RelativePath);
                for (var folder = Folder(file.RelativePath); folder.Length > 0 && _taken.Add(folder); folder = Folder(folder))
                    _folders.TryAdd(folder, _folders.Count + 1);
            }
        }
    }

    /// <summary>The name that stands for a file's name without its extension.</summary>
    public string FileName(string path, string extension) =>
        Free(Folder(path), "file", _stems.GetValueOrDefault(Stem(path)), extension);

    /// <summary>The name that stands for the last name of a folder's path.</summary>
    public string FolderName(string path) => Free(Folder(path), "folder", _folders.GetValueOrDefault(path), "");

    /// <summary>True for a path in which a name is one that is given here.</summary>
    public static bool IsGiven(string path) => path.Split('/').Any(static n =>
        n.StartsWith("file-", StringComparison.Ordinal) || n.StartsWith("folder-", StringComparison.Ordinal));

    /// <summary>The path above; empty at the top.</summary>
    public static string Folder(string path) => path.LastIndexOf('/') is >= 0 and var slash ? path[..slash] : "";

    private static string Stem(string path) => Folder(path) + "/" + Path.GetFileNameWithoutExtension(path);

    private string Free(string folder, string kind, int number, string extension)
    {
        var prefix = folder.Length == 0 ? "" : folder + "/";
        var name = FormattableString.Invariant($"{kind}-{number:0000}");
        var free = name;
        for (var more = 2; _taken.Contains(prefix + free + extension); more++) free = FormattableString.Invariant($"{name}-{more}");
        return free;
    }
}
