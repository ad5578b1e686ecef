using Redaction.Text;

namespace Redaction;

/// <summary>A text document.</summary>
internal sealed class DocumentItem(IDocumentFormat format) : IFileItem
{
    public string Kind => ItemKinds.Text;

    public IFileFormat Format => format;

    public void Redact(RedactionEngine engine, IItemWork work) => format.Redact(work.Read(0), work.Write(0), Job(engine, work));

    public static DocumentJob Job(RedactionEngine engine, IItemWork work) => new(engine.Text.ForDocument(work.Memory))
    {
        Context = work.Context,
        Fields = work.Fields,
        RecordTypes = work.RecordTypes,
        Usage = work.Usage,
        RequiresField = work.RequiresField,
        Observer = work.Observer,
        Cancellation = work.Cancellation,
    };
}
