using System.Globalization;
using Serilog.Events;

namespace Redaction.Serilog;

/// <summary>Redacts values of properties, each as the field of its name.</summary>
internal sealed class ValueRedactor(RedactionEngine engine, RedactionContext context)
{
    /// <summary>A value without what the policy takes out.</summary>
    /// <param name="value">The value, of any depth.</param>
    /// <param name="name">The name of its property.</param>
    /// <param name="inMessage">What the sentence of the message leaves of it; null where it leaves all.</param>
    public LogEventPropertyValue Redact(LogEventPropertyValue value, string name, string? inMessage = null) => value switch
    {
        ScalarValue scalar => OfScalar(scalar, name, inMessage),
        SequenceValue sequence => new SequenceValue(sequence.Elements.Select(e => Redact(e, name))),
        StructureValue structure => new StructureValue(
            structure.Properties.Select(p => new LogEventProperty(p.Name, Redact(p.Value, p.Name))), structure.TypeTag),
        DictionaryValue dictionary => OfDictionary(dictionary, name),
        _ => new ScalarValue(Text(value.ToString(null, CultureInfo.InvariantCulture), name)),
    };

    /// <summary>Keys are values too; two that would read the same are numbered.</summary>
    private DictionaryValue OfDictionary(DictionaryValue dictionary, string name)
    {
        var redacted = new Dictionary<ScalarValue, LogEventPropertyValue>(dictionary.Elements.Count);
        foreach (var (key, value) in dictionary.Elements)
        {
            var left = OfScalar(key, name, inMessage: null);
            var number = 2;
            for (var free = left; !redacted.TryAdd(free, Redact(value, key.Value as string ?? name)); number++)
                free = new ScalarValue($"{left.Value} {number}");
        }
        return new(redacted);
    }

    private ScalarValue OfScalar(ScalarValue scalar, string name, string? inMessage)
    {
        if (scalar.Value is null or bool or Enum) return scalar;
        var written = scalar.Value is DateTime or DateTimeOffset or DateOnly
            ? ((IFormattable)scalar.Value).ToString("O", CultureInfo.InvariantCulture)
            : Convert.ToString(scalar.Value, CultureInfo.InvariantCulture) ?? "";
        var redacted = Text(written, name);
        if (redacted == written) redacted = inMessage ?? redacted;
        return redacted == written && IsPlain(scalar.Value) ? scalar : new ScalarValue(redacted);
    }

    /// <summary>Kinds of values that are all in their text; a sink may write more of others.</summary>
    private static bool IsPlain(object value) =>
        value is string or IFormattable && value.GetType() is { IsPrimitive: true } or { Namespace: nameof(System) };

    private string Text(string text, string name) => text.Length == 0 ? text : engine.Text.Redact(text, context with { Field = name });
}
