using System.Collections.Immutable;
using System.Text.Json;
using Redaction.Text;

namespace Redaction;

/// <summary>A text document.</summary>
internal sealed class DocumentItem(IDocumentFormat format) : IFileItem
{
    public string Kind => ItemKinds.Text;

    public IFileFormat Format => format;

    public string Figures => Dropped.IsEmpty ? "" : "left out " + string.Join(", ", Dropped.Keys);

    public ImmutableSortedDictionary<string, long> Dropped { get; private set; } = ImmutableSortedDictionary<string, long>.Empty;

    public void Redact(RedactionEngine engine, IItemWork work)
    {
        var (input, output, job) = (work.Read(0), work.Write(0), Job(engine, work));
        if (engine.Policy.Projection(work.Usage) is not { } projection)
        {
            format.Redact(input, output, job);
            return;
        }
        using var least = projection.Of(format, input, work.Cancellation);
        format.Redact(least, output, job with { Dropped = projection.Dropped });
        Dropped = projection.Dropped.Counts.GroupBy(d => engine.Paths.Redact(d.Key)) // a name may itself be data
            .ToImmutableSortedDictionary(static g => g.Key, static g => g.Sum(static d => d.Value), StringComparer.Ordinal);
    }

    public void WriteFacts(Utf8JsonWriter json) => WriteDropped(json, Dropped);

    /// <summary>Writes what was left out, by name.</summary>
    public static void WriteDropped(Utf8JsonWriter json, ImmutableSortedDictionary<string, long> dropped)
    {
        if (dropped.IsEmpty) return;
        json.WriteStartObject("dropped");
        foreach (var (field, count) in dropped) json.WriteNumber(field, count);
        json.WriteEndObject();
    }

    public static DocumentJob Job(RedactionEngine engine, IItemWork work) => new(engine.Text.ForDocument(work.Memory))
    {
        Context = work.Context,
        Fields = work.Fields,
        RecordTypes = work.RecordTypes,
        Usage = work.Usage,
        RequiresField = work.RequiresField,
        LeavesOutBadRecords = work.LeavesOutBadRecords,
        Observer = work.Observer,
        Cancellation = work.Cancellation,
    };
}
