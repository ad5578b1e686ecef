using Xunit;

namespace Redaction.TestKit;

/// <summary>A fact that needs an installed program, and is shown as skipped without it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ProgramFactAttribute : FactAttribute
{
    /// <param name="programs">Their names; all are needed.</param>
    public ProgramFactAttribute(params string[] programs)
    {
        Programs = programs;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        foreach (var program in programs)
            if (!folders.Any(f => File.Exists(Path.Combine(f, program)))) Skip = $"{program} is not installed.";
    }

    public string[] Programs { get; }
}
