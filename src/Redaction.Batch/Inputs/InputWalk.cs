namespace Redaction.Batch;

/// <summary>Walks inputs in an order that depends on names only. Links are not followed,
/// since they could lead out of the inputs or in a circle.</summary>
/// <remarks>An empty <c>_SUCCESS</c> at the top of a folder, which tells that another program ended, is no input.</remarks>
internal static class InputWalk
{
    /// <summary>An empty file that tells that whatever wrote a folder ended.</summary>
    public const string SuccessMarker = "_SUCCESS";

    /// <summary>Code of a link met inside a folder.</summary>
    public const string LinkCode = "symbolic-link";

    /// <exception cref="ArgumentException">An input does not exist.</exception>
    public static List<InputFile> Walk(IEnumerable<string> inputs)
    {
        var files = new List<InputFile>();
        foreach (var input in inputs)
        {
            var full = Path.GetFullPath(input);
            if (File.Exists(full)) files.Add(new(full, Path.GetFileName(full), NatureError(full)));
            else if (Directory.Exists(full)) WalkFolder(new DirectoryInfo(full), "", files);
            else throw new ArgumentException($"There is no file or folder '{input}'.");
        }
        return files;
    }

    private static void WalkFolder(DirectoryInfo folder, string prefix, List<InputFile> files)
    {
        FileSystemInfo[] entries;
        try
        {
            entries = folder.GetFileSystemInfos();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            files.Add(new(folder.FullName, prefix.Length == 0 ? "." : prefix.TrimEnd('/'), ErrorCodes.Unreadable));
            return;
        }
        Array.Sort(entries, static (a, b) => string.CompareOrdinal(a.Name, b.Name));
        foreach (var entry in entries)
        {
            var relative = prefix + entry.Name;
            if (prefix.Length == 0 && entry is FileInfo { Name: SuccessMarker, Length: 0, LinkTarget: null }) continue;
            if (entry.LinkTarget is not null) files.Add(new(entry.FullName, relative, LinkCode));
            else if (entry is DirectoryInfo child) WalkFolder(child, relative + "/", files);
            else files.Add(new(entry.FullName, relative, NatureError(entry.FullName)));
        }
    }

    private static string? NatureError(string path) => FileNature.IsRegular(path) ? null : ErrorCodes.NotAFile;
}
