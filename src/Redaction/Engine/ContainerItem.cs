using Redaction.Text;

namespace Redaction;

/// <summary>A document with parts that are files of their own, such as the attachments of an e-mail.</summary>
internal sealed class ContainerItem(IContainerFormat format) : IFileItem
{
    private bool _hasImages;

    public string Kind => ItemKinds.Text;

    public IFileFormat Format => format;

    public bool IsSeen => _hasImages;

    public void Redact(RedactionEngine engine, IItemWork work)
    {
        var parts = new PartRedactor(engine, work);
        format.Redact(work.Read(0), work.Write(0), DocumentItem.Job(engine, work), parts);
        _hasImages = parts.HasImages;
    }
}
