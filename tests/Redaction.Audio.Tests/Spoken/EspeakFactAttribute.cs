using Xunit;

namespace Redaction.Audio.Tests;

/// <summary>A fact that needs an installed espeak-ng, and is shown as skipped without one.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EspeakFactAttribute : FactAttribute
{
    public EspeakFactAttribute()
    {
        if (!(Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(static p => File.Exists(Path.Combine(p, "espeak-ng"))))
            Skip = "espeak-ng is not installed.";
    }
}
