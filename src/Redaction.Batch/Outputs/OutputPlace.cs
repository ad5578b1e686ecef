namespace Redaction.Batch;

/// <summary>Refuses output folders from which a run would read what it writes, or write over what it reads.</summary>
internal static class OutputPlace
{
    /// <exception cref="ArgumentException">The folder is, holds or lies inside an input, or is a file.</exception>
    public static void Check(IEnumerable<string> inputs, string folder)
    {
        if (File.Exists(folder)) throw new ArgumentException($"The output '{folder}' is a file; it must be a folder.");
        var output = Real(folder);
        foreach (var input in inputs)
        {
            var real = Real(Path.GetFullPath(input));
            if (real == output) throw new ArgumentException($"The output folder is the input '{input}': choose another.");
            if (IsBelow(output, real))
                throw new ArgumentException($"The output folder lies inside the input '{input}': choose one outside.");
            if (IsBelow(real, output))
                throw new ArgumentException($"The input '{input}' lies inside the output folder: choose another output folder.");
        }
    }

    private static bool IsBelow(string path, string folder) =>
        path.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal)
        || folder == Path.GetPathRoot(folder);

    /// <summary>The path with every link on the way followed; parts that do not exist yet stay as they are.</summary>
    private static string Real(string path)
    {
        var parent = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(path));
        if (parent is null) return path;
        var here = Path.Combine(Real(parent), Path.GetFileName(Path.TrimEndingDirectorySeparator(path)));
        FileSystemInfo info = Directory.Exists(here) ? new DirectoryInfo(here) : new FileInfo(here);
        return info.Exists && info.ResolveLinkTarget(returnFinalTarget: true) is { } target ? target.FullName : here;
    }
}
