using Xunit;

namespace Redaction.TestKit;

/// <summary>A fact that needs libheif's programs, and is shown as skipped without them.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class HeifFactAttribute : FactAttribute
{
    public HeifFactAttribute()
    {
        if (!IsThere("heif-enc") || !(IsThere("heif-convert") || IsThere("heif-dec"))) Skip = "libheif's programs are not installed.";
    }

    private static bool IsThere(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(p => File.Exists(Path.Combine(p, program)));
}
