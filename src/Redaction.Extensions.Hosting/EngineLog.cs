using Microsoft.Extensions.Logging;

namespace Redaction.Extensions.Hosting;

/// <summary>What is written into logs: ids, counts, durations and mistakes of the configuration.</summary>
internal static partial class EngineLog
{
    [LoggerMessage(1, LogLevel.Information, "Engine '{Engine}' redacts by policy {Policy} ({Sha256}).")]
    public static partial void EngineMade(this ILogger logger, string engine, string policy, string sha256);

    [LoggerMessage(2, LogLevel.Error, "Engine '{Engine}' stays as it was, since its configuration cannot be meant: {Mistake}")]
    public static partial void ChangeRefused(this ILogger logger, string engine, string mistake);

    [LoggerMessage(3, LogLevel.Information, "Engine '{Engine}' was warm after {Seconds:0.00} s.")]
    public static partial void EngineWarm(this ILogger logger, string engine, double seconds);
}
