using System.Diagnostics;
using Xunit;

namespace Redaction.Documents.Tests.Dicom;

/// <summary>An independent reader: <c>dcmdump</c> of DCMTK.</summary>
internal static class Dcmdump
{
    public static bool IsInstalled { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(static p => File.Exists(Path.Combine(p, "dcmdump")));

    /// <summary>Fails where it does not open a file.</summary>
    public static void Open(string path)
    {
        using var process = Process.Start(new ProcessStartInfo("dcmdump", ["-q", path]) { RedirectStandardOutput = true })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
