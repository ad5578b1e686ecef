using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Redaction.Image;

namespace Redaction;

/// <summary>An image.</summary>
internal sealed class ImageItem(IFileFormat format) : IFileItem
{
    private ImageFileSummary _summary = new(format.Id, 0, 0, 0, []);

    public string Kind => ItemKinds.Image;

    public IFileFormat Format => format;

    public ImmutableArray<byte> Thumbnail => _summary.Thumbnail;

    public string Figures => string.Create(CultureInfo.InvariantCulture, $"{_summary.Width} × {_summary.Height}")
        + (_summary.Pages > 1 ? string.Create(CultureInfo.InvariantCulture, $", {_summary.Pages} pages") : "")
        + (_summary.MetadataDropped.IsEmpty ? "" : ", dropped " + string.Join(", ", _summary.MetadataDropped));

    public void Redact(RedactionEngine engine, IItemWork work) =>
        _summary = engine.Images.Redact(work.Read(0), work.Write(0), work.Context, work.Observer, work.Cancellation);

    public void WriteFacts(Utf8JsonWriter json)
    {
        json.WriteNumber("width", _summary.Width);
        json.WriteNumber("height", _summary.Height);
        json.WriteNumber("pages", _summary.Pages);
        json.WriteStartArray("metadataDropped");
        foreach (var kind in _summary.MetadataDropped) json.WriteStringValue(kind);
        json.WriteEndArray();
    }
}
