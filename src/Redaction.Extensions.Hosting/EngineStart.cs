using System.Diagnostics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Redaction.Extensions.Hosting;

/// <summary>Makes the engine when the host starts, so that a mistake is told then, and loads its models.</summary>
internal sealed class EngineStart(string name, Func<EngineSource> source, ILogger<EngineStart> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var (engine, options) = (source().Engine, source().Options);
        if (options.WarmUp) engine.Text.Plan("Warm-up", cancellationToken: cancellationToken);
        if (options.WarmUpImages) _ = engine.Images;
        if (options.WarmUp || options.WarmUpImages) logger.EngineWarm(name, Stopwatch.GetElapsedTime(started).TotalSeconds);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
