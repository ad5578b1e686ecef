using Serilog.Core;
using Serilog.Events;

namespace Redaction.Bridges.Tests;

/// <summary>A sink that keeps what it was handed.</summary>
internal sealed class KeptEvents : ILogEventSink, IDisposable
{
    public List<LogEvent> Events { get; } = [];

    public bool IsDisposed { get; private set; }

    public void Emit(LogEvent logEvent) => Events.Add(logEvent);

    public void Dispose() => IsDisposed = true;
}
