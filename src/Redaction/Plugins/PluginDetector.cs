using System.Buffers;
using System.Collections.Frozen;
using System.Text.Json;

namespace Redaction;

/// <summary>A detector that lives outside this library: a program, a service or a model, told by a manifest.</summary>
/// <remarks>Thread-safe. What fails there fails the item: nothing of it is released.</remarks>
internal sealed class PluginDetector : ITextDetector
{
    private const int LongestLabel = 60;
    private readonly ISpanSource _source;
    private readonly FrozenDictionary<string, EntityType> _entities;
    private readonly PluginUnit _unit;
    private readonly bool _ignoresOthers;

    /// <param name="info">Its id, the types of its labels, and the digest of its manifest as version.</param>
    /// <param name="source">Finds.</param>
    /// <param name="entities">Its labels and our names for them.</param>
    /// <param name="unit">What it counts places in.</param>
    /// <param name="ignoresOthers">Labels that are not among them are passed over; else they fail the item.</param>
    public PluginDetector(
        DetectorInfo info, ISpanSource source, FrozenDictionary<string, EntityType> entities, PluginUnit unit, bool ignoresOthers) =>
        (Info, _source, _entities, _unit, _ignoresOthers) = (info, source, entities, unit, ignoresOthers);

    /// <inheritdoc/>
    public DetectorInfo Info { get; }

    /// <inheritdoc/>
    public void Detect(TextSource source, FindingSink<TextSpan> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        if (source.Text.IsWhiteSpace()) return;
        var text = source.Text.ToString();
        foreach (var span in PluginAnswer.Read(_source.Ask(Request(text, source.Context.Locale)), new(text, _unit), Info.Id))
        {
            if (span.Start == span.End) continue;
            if (_entities.TryGetValue(span.Label, out var type))
                findings.Add(new(type, TextSpan.FromBounds(span.Start, span.End), span.Score, Info.Id));
            else if (!_ignoresOthers) throw Unknown(span.Label);
        }
    }

    private static ReadOnlyMemory<byte> Request(string text, string? locale)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("text", text);
            json.WriteString("language", locale is null ? "en" : locale.Split('-')[0]);
            json.WriteEndObject();
        }
        return buffer.WrittenMemory;
    }

    /// <summary>A label is a name, not content; what looks like anything else is not repeated.</summary>
    private RedactionException Unknown(string label)
    {
        var shown = label.Length <= LongestLabel && label.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.' or ':')
            ? $"the label '{label}'" : "a label";
        return new(ErrorCodes.ProgramFailed, Info.Id,
            $"It found {shown}, which its manifest does not name: add it to 'entities', or set 'others: ignore'.");
    }
}
