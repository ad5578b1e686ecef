using Xunit;

namespace Redaction.TestKit;

/// <summary>A fact that needs an installed strace, and is shown as skipped without one.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class StraceFactAttribute : FactAttribute
{
    public StraceFactAttribute()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (!folders.Any(static f => File.Exists(Path.Combine(f, "strace")))) Skip = "strace is not installed.";
    }
}
