namespace Redaction.Benchmarks;

/// <summary>The sample files of the repository.</summary>
internal static class Samples
{
    public static string PathOf(string folder, string file)
    {
        for (var root = new DirectoryInfo(AppContext.BaseDirectory); root is not null; root = root.Parent)
            if (File.Exists(Path.Combine(root.FullName, "Redaction.sln"))) return Path.Combine(root.FullName, "samples", folder, file);
        throw new InvalidOperationException("Run the benchmarks inside the repository.");
    }
}
