using System.Collections.Immutable;
using System.Text.Json;
using Redaction.Text;

namespace Redaction;

/// <summary>A text document.</summary>
internal sealed class DocumentItem(IDocumentFormat format) : IFileItem
{
    private readonly LeastFields _least = new();

    public string Kind => ItemKinds.Text;

    public IFileFormat Format => format;

    public string Figures => _least.Figures;

    public ImmutableSortedDictionary<string, long> Dropped => _least.Dropped;

    public void Redact(RedactionEngine engine, IItemWork work)
    {
        var output = work.Write(0);
        _least.Redact(engine, work, format, (input, job) => format.Redact(input, output, job));
    }

    public void WriteFacts(Utf8JsonWriter json) => _least.WriteFacts(json);

    public static DocumentJob Job(RedactionEngine engine, IItemWork work) => new(engine.Text.ForDocument(work.Memory))
    {
        Context = work.Context,
        Fields = work.Fields,
        RecordTypes = work.RecordTypes,
        Usage = work.Usage,
        RequiresField = work.RequiresField,
        LeavesOutBadRecords = work.LeavesOutBadRecords,
        Observer = work.Observer,
        Share = work.Share,
        Tape = work.Tape,
        Cancellation = work.Cancellation,
    };
}
