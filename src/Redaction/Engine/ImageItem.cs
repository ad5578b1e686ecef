using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Redaction.Image;

namespace Redaction;

/// <summary>An image.</summary>
internal sealed class ImageItem(IFileFormat format) : IFileItem
{
    public string Kind => ItemKinds.Image;

    public IFileFormat Format => format;

    public ImageFileSummary Summary { get; set; } = new(format.Id, 0, 0, 0, []);

    public ImmutableArray<byte> Thumbnail => Summary.Thumbnail;

    public ImmutableSortedDictionary<string, long> Dropped =>
        Summary.MetadataDropped.ToImmutableSortedDictionary(static m => $"metadata {m}", static _ => 1L, StringComparer.Ordinal);

    public string Figures => string.Create(CultureInfo.InvariantCulture, $"{Summary.Width} × {Summary.Height}")
        + (Summary.Pages > 1 ? string.Create(CultureInfo.InvariantCulture, $", {Summary.Pages} pages") : "")
        + (Summary.MetadataDropped.IsEmpty ? "" : ", dropped " + string.Join(", ", Summary.MetadataDropped));

    public void Redact(RedactionEngine engine, IItemWork work) =>
        Summary = engine.Images.Redact(work.Read(0), work.Write(0), work.Context, work.Observer, work.Cancellation);

    public void WriteFacts(Utf8JsonWriter json)
    {
        json.WriteNumber("width", Summary.Width);
        json.WriteNumber("height", Summary.Height);
        json.WriteNumber("pages", Summary.Pages);
        json.WriteNumber("shareMasked", Math.Round(Summary.MaskedShare, 4));
        json.WriteStartArray("metadataDropped");
        foreach (var kind in Summary.MetadataDropped) json.WriteStringValue(kind);
        json.WriteEndArray();
    }
}
