namespace Redaction.TestKit;

/// <summary>Whether ffmpeg is there.</summary>
public static class Ffmpeg
{
    public static bool IsInstalled { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(static p => File.Exists(Path.Combine(p, "ffmpeg")) || File.Exists(Path.Combine(p, "ffmpeg.exe")));
}
