namespace Redaction.TestKit;

/// <summary>A folder that is gone after the test.</summary>
public sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("redaction-tests-");

    public string Root => _folder.FullName;

    public string PathOf(string relative) => Path.Combine(Root, relative);

    public string Write(string relative, string content) => Write(relative, System.Text.Encoding.UTF8.GetBytes(content));

    public string Write(string relative, byte[] content)
    {
        var path = PathOf(relative);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        return path;
    }

    /// <summary>All files below a folder: relative path and content.</summary>
    public SortedDictionary<string, byte[]> Snapshot(string relative)
    {
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(PathOf(relative), "*", SearchOption.AllDirectories))
            files.Add(Path.GetRelativePath(PathOf(relative), file), File.ReadAllBytes(file));
        return files;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
