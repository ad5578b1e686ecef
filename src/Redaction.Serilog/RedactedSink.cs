using Serilog.Core;
using Serilog.Events;

namespace Redaction.Serilog;

/// <summary>Hands a sink redacted events.</summary>
internal sealed class RedactedSink(EventRedactor events, ILogEventSink sink) : ILogEventSink, IDisposable
{
    public void Emit(LogEvent logEvent) => sink.Emit(events.Redact(logEvent));

    public void Dispose() => (sink as IDisposable)?.Dispose();
}
