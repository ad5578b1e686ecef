using System.Collections.Immutable;

namespace Redaction.Text;

/// <summary>Leaves out of documents what is not needed, before anything else is done with them.</summary>
/// <param name="only">The fields that leave; empty where <paramref name="drop"/> says which do not.</param>
/// <param name="drop">The fields that do not leave.</param>
/// <param name="usage">Is told which fields there are.</param>
internal sealed class FieldProjection(ImmutableArray<Glob> only, ImmutableArray<Glob> drop, FieldUsage? usage)
{
    private const int MostRemembered = 4096;
    private readonly Dictionary<string, bool> _known = new(StringComparer.Ordinal);

    /// <summary>True when nothing but named fields leaves.</summary>
    public bool IsOnly => !only.IsEmpty;

    /// <summary>What was left out so far.</summary>
    public DroppedFields Dropped { get; } = new();

    /// <summary>True when the field, or what it lies in, is among the named ones.</summary>
    public bool Names(string field)
    {
        if (_known.TryGetValue(field, out var isNamed)) return isNamed;
        if (_known.Count > MostRemembered) _known.Clear(); // keys may be data: keep memory bounded
        usage?.See(field);
        foreach (var pattern in IsOnly ? only : drop) isNamed |= FieldPattern.Matches(pattern, field);
        return _known[field] = isNamed;
    }

    /// <summary>The document without what is not needed; as it is where its format has no fields.</summary>
    public Stream Of(IDocumentFormat format, Stream input, CancellationToken cancellation) => format switch
    {
        IJsonFormat { IsLines: false } => new PumpedStream(output => new JsonProjection(this).Run(input, output), cancellation),
        IJsonFormat => new PumpedStream(output => new JsonProjection(this).RunLines(input, output), cancellation),
        Csv => new PumpedStream(output => new CsvProjection(this).Run(input, output), cancellation),
        Xml => new PumpedStream(output => new XmlProjection(this).Run(input, output), cancellation),
        { Id: "hl7" or "parquet" } => throw new RedactionException(
            ErrorCodes.UnsupportedFormat, "fields", $"The policy's 'fields' cannot be applied to {format.Id.ToUpperInvariant()}."),
        _ => input,
    };
}
