using System.Collections.Immutable;
using System.Text.Json;
using Redaction.Documents.Pdf;

namespace Redaction;

/// <summary>Reads the section <c>pdf</c> of a policy file, strictly, and writes it.</summary>
internal static class PolicyPdfReader
{
    public const int Coarsest = 72, Finest = 600;

    public static ImmutableArray<string> Keys { get; } = ["rasterise", "resolution"];

    public static ImmutableArray<string> Rasterise { get; } = [.. Enum.GetNames<PdfRasterise>().Select(static n => n.ToLowerInvariant())];

    public static PdfChoices Read(PolicyNode node)
    {
        var entries = node.Mapping(Keys);
        return new()
        {
            Rasterise = entries.TryGetValue("rasterise", out var rasterise) ? ReadRasterise(rasterise) : null,
            Resolution = entries.TryGetValue("resolution", out var resolution) ? (int)resolution.Number(Coarsest, Finest) : null,
        };
    }

    /// <summary>Writes what is said as a property of the current JSON object.</summary>
    public static void Write(Utf8JsonWriter writer, PdfChoices choices)
    {
        if (choices == PdfChoices.None) return;
        writer.WriteStartObject("pdf");
        if (choices.Rasterise is { } rasterise) writer.WriteString("rasterise", rasterise.ToString().ToLowerInvariant());
        if (choices.Resolution is { } resolution) writer.WriteNumber("resolution", resolution);
        writer.WriteEndObject();
    }

    private static PdfRasterise ReadRasterise(PolicyNode node)
    {
        var text = node.Text();
        var index = Rasterise.IndexOf(text);
        return index >= 0 ? (PdfRasterise)index : throw node.Error($"'rasterise' cannot be '{text}' ({Choices.Valid(text, Rasterise)})");
    }
}
