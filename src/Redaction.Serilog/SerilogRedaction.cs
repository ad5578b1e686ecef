using Serilog;
using Serilog.Configuration;

namespace Redaction.Serilog;

/// <summary>Lets sinks of Serilog see redacted events only.</summary>
public static class SerilogRedaction
{
    /// <summary>Writes to sinks what is left of each event after its redaction: the text of the message, the values of all properties
    /// (also within lists, dictionaries and objects) and the exception.</summary>
    /// <param name="writeTo"><c>configuration.WriteTo</c>, or <c>AuditTo</c>.</param>
    /// <param name="engine">The engine; its policy decides. It is not disposed of with the logger.</param>
    /// <param name="sinks">Adds the sinks: <c>to => to.Console()</c>.</param>
    /// <param name="context">What the policy's rules may match on; the field of a value is the name of its property.</param>
    /// <remarks>Names of properties, level, time and trace stay. An event that a detector fails on is written with its level and time
    /// alone: writing a log never throws, and what was not searched is not written. Sinks beside this one see what was logged.</remarks>
    public static LoggerConfiguration Redacted(
        this LoggerSinkConfiguration writeTo,
        RedactionEngine engine, Action<LoggerSinkConfiguration> sinks, RedactionContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(writeTo);
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(sinks);
        var events = new EventRedactor(engine, context ?? RedactionContext.Default);
        return writeTo.Sink(LoggerSinkConfiguration.Wrap(sink => new RedactedSink(events, sink), sinks));
    }
}
