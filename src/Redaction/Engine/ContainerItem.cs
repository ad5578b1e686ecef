using System.Collections.Immutable;
using System.Text.Json;
using Redaction.Text;

namespace Redaction;

/// <summary>A document with parts that are files of their own, such as the attachments of an e-mail.</summary>
internal sealed class ContainerItem(IContainerFormat format) : IFileItem
{
    private readonly LeastFields _least = new();
    private bool _hasImages;

    public string Kind => ItemKinds.Text;

    public IFileFormat Format => format;

    public bool IsSeen => _hasImages;

    public ImmutableSortedDictionary<string, long> Dropped => _least.Dropped;

    public string Figures => _least.Figures;

    public void WriteFacts(Utf8JsonWriter json) => _least.WriteFacts(json);

    public void Redact(RedactionEngine engine, IItemWork work)
    {
        var parts = new PartRedactor(engine, work);
        var output = work.Write(0);
        _least.Redact(engine, work, format, (input, job) => format.Redact(input, output, job, parts));
        _hasImages = parts.HasImages;
    }
}
