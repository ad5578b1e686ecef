using Serilog.Events;
using Serilog.Parsing;

namespace Redaction.Serilog;

/// <summary>Redacts events.</summary>
internal sealed class EventRedactor(RedactionEngine engine, RedactionContext context)
{
    private static readonly MessageTemplate s_withheld = new MessageTemplateParser().Parse("An event was withheld: {RedactionError}");
    private readonly ValueRedactor _values = new(engine, context);

    /// <summary>The event without what the policy takes out; where a component failed, its level, time and trace alone.</summary>
    public LogEvent Redact(LogEvent logEvent)
    {
        try
        {
            var message = new RenderedMessage(logEvent);
            message.Apply(engine.Text.RedactWithEdits(message.Text, context));
            var properties = logEvent.Properties
                .Select(p => new LogEventProperty(p.Key, _values.Redact(p.Value, p.Key, message.ValueOf(p.Key)))).ToArray();
            return With(logEvent, message.Template, properties, RedactedException.Of(logEvent.Exception, engine, context));
        }
        catch (RedactionException e)
        {
            return With(logEvent, s_withheld, [new("RedactionError", new ScalarValue(e.Code))], exception: null);
        }
    }

    private static LogEvent With(
        LogEvent logEvent, MessageTemplate template, IEnumerable<LogEventProperty> properties, Exception? exception) =>
        new(logEvent.Timestamp, logEvent.Level, exception, template, properties, logEvent.TraceId ?? default, logEvent.SpanId ?? default);
}
