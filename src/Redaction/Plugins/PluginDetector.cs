using System.Collections.Frozen;

namespace Redaction;

/// <summary>A detector that lives outside this library: a program, a service or a model, told by a manifest.</summary>
/// <remarks>Thread-safe. What fails there fails the item: nothing of it is released.</remarks>
internal sealed class PluginDetector : ITextDetector
{
    private const int LongestLabel = 60;
    private readonly ISpanSource _source;
    private readonly FrozenDictionary<string, EntityType> _entities;
    private readonly bool _ignoresOthers;

    /// <param name="info">Its id, the types of its labels, and the digest of its manifest as version.</param>
    /// <param name="source">Finds.</param>
    /// <param name="entities">Its labels and our names for them.</param>
    /// <param name="ignoresOthers">Labels that are not among them are passed over; else they fail the item.</param>
    public PluginDetector(
        DetectorInfo info, ISpanSource source, FrozenDictionary<string, EntityType> entities, bool ignoresOthers) =>
        (Info, _source, _entities, _ignoresOthers) = (info, source, entities, ignoresOthers);

    /// <inheritdoc/>
    public DetectorInfo Info { get; }

    /// <inheritdoc/>
    public void Detect(TextSource source, FindingSink<TextSpan> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        if (source.Text.IsWhiteSpace()) return;
        foreach (var span in _source.Find(source.Text.ToString(), source.Context.Locale))
        {
            if (span.Start == span.End) continue;
            if (_entities.TryGetValue(span.Label, out var type))
                findings.Add(new(type, TextSpan.FromBounds(span.Start, span.End), span.Score, Info.Id));
            else if (!_ignoresOthers) throw Unknown(span.Label);
        }
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
