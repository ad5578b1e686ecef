using System.Collections.Immutable;
using System.Text.Json;
using Redaction.Text;

namespace Redaction;

/// <summary>Leaves the fields of a document out that the policy says nobody needs, before anything else is done with it.</summary>
internal sealed class LeastFields
{
    /// <summary>What was left out, by field.</summary>
    public ImmutableSortedDictionary<string, long> Dropped { get; private set; } = ImmutableSortedDictionary<string, long>.Empty;

    /// <summary>In words; empty where nothing was left out.</summary>
    public string Figures => Dropped.IsEmpty ? "" : "left out " + string.Join(", ", Dropped.Keys);

    /// <summary>Has what is left redacted.</summary>
    public void Redact(RedactionEngine engine, IItemWork work, IDocumentFormat format, Action<Stream, DocumentJob> redact)
    {
        var (input, job) = (work.Read(0), DocumentItem.Job(engine, work));
        if (engine.Policy.Projection(work.Usage) is not { } projection)
        {
            redact(input, job);
            return;
        }
        using var least = projection.Of(format, work.NameOf(0), input, work.Cancellation);
        redact(least, job with { Dropped = projection.Dropped });
        Dropped = projection.Dropped.Counts.GroupBy(d => engine.Paths.Redact(d.Key)) // a name may itself be data
            .ToImmutableSortedDictionary(static g => g.Key, static g => g.Sum(static d => d.Value), StringComparer.Ordinal);
    }

    public void WriteFacts(Utf8JsonWriter json) => Write(json, Dropped);

    /// <summary>Writes what was left out, by name.</summary>
    public static void Write(Utf8JsonWriter json, ImmutableSortedDictionary<string, long> dropped)
    {
        if (dropped.IsEmpty) return;
        json.WriteStartObject("dropped");
        foreach (var (field, count) in dropped) json.WriteNumber(field, count);
        json.WriteEndObject();
    }
}
