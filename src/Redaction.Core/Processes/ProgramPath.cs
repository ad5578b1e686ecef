namespace Redaction;

/// <summary>Programs that are installed; none is shipped.</summary>
internal static class ProgramPath
{
    /// <summary>The first program of a name on the path; null where there is none.</summary>
    /// <param name="name">Without an extension.</param>
    /// <param name="path">As the environment variable <c>PATH</c> has it.</param>
    public static string? Find(string name, string? path)
    {
        foreach (var folder in (path ?? "").Split(Path.PathSeparator))
        {
            var program = Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name);
            if (Path.IsPathFullyQualified(program) && File.Exists(program)) return program;
        }
        return null;
    }
}
