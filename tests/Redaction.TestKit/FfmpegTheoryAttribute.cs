using Xunit;

namespace Redaction.TestKit;

/// <summary>A theory that needs an installed ffmpeg, and is shown as skipped without one.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FfmpegTheoryAttribute : TheoryAttribute
{
    public FfmpegTheoryAttribute()
    {
        if (!(Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(p => File.Exists(Path.Combine(p, "ffmpeg")) || File.Exists(Path.Combine(p, "ffmpeg.exe"))))
            Skip = "ffmpeg is not installed.";
    }
}
