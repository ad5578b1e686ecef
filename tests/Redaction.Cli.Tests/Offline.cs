namespace Redaction.Cli.Tests;

/// <summary>How the telemetry client of ONNX Runtime behaves where it is not switched off.</summary>
internal static class Offline
{
    /// <summary>Its first upload starts nine seconds after the library does.</summary>
    public static TimeSpan PastTheFirstUpload { get; } = TimeSpan.FromSeconds(20);
}
