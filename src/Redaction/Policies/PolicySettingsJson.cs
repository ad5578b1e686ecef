using System.Collections.Immutable;
using System.Text.Json;
using Redaction.Image;

namespace Redaction;

/// <summary>
/// Writes the sections <c>dataTypes</c>, <c>fields</c>, <c>images</c>, <c>calls</c>, <c>video</c>, <c>dicom</c>, <c>pdf</c> and the
/// setting <c>unsearched</c> of a policy, as far as it says something there.
/// </summary>
internal static class PolicySettingsJson
{
    /// <summary>Writes the sections as properties of the current JSON object.</summary>
    public static void Write(Utf8JsonWriter writer, LoadedPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(policy);
        if (!policy.DataTypes.IsEmpty) WriteDataTypes(writer, policy.DataTypes);
        if (!policy.Fields.IsAll) WriteFields(writer, policy.Fields);
        if (policy.Images != ImageSettings.None) WriteImages(writer, policy.Images);
        PolicyCallsReader.Write(writer, policy.Calls);
        if (policy.Video != VideoSettings.None) WriteVideo(writer, policy.Video);
        PolicyDicomReader.Write(writer, policy.Dicom);
        PolicyPdfReader.Write(writer, policy.Pdf);
        if (policy.FileNames != FileNameChoice.Redact) writer.WriteString("names", policy.FileNames.ToString().ToLowerInvariant());
        if (policy.Unsearched is { } choice) writer.WriteString("unsearched", choice.ToString().ToLowerInvariant());
    }

    /// <summary>The settings one by one, each value as JSON.</summary>
    public static IEnumerable<(string Section, string Key, string Value)> Read(LoadedPolicy policy)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            Write(writer, policy);
            writer.WriteEndObject();
        }
        using var parsed = JsonDocument.Parse(stream.GetBuffer().AsMemory(0, (int)stream.Length));
        return [.. parsed.RootElement.EnumerateObject().SelectMany(Settings)];
    }

    private static IEnumerable<(string Section, string Key, string Value)> Settings(JsonProperty section) =>
        section.Value.ValueKind == JsonValueKind.Object
            ? section.Value.EnumerateObject().Select(p => (section.Name, p.Name, p.Value.GetRawText()))
            : [("policy", section.Name, section.Value.GetRawText())];

    private static void WriteDataTypes(Utf8JsonWriter writer, ImmutableArray<DataTypeRule> types)
    {
        writer.WriteStartArray("dataTypes");
        foreach (var type in types)
        {
            writer.WriteStartObject();
            if (type.Path is not null) writer.WriteString("path", type.Path);
            if (type.Field is { } field)
            {
                writer.WriteString("field", field.Pattern);
                WriteTexts(writer, "equals", type.Equal);
            }
            writer.WriteString("is", type.Is);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void WriteFields(Utf8JsonWriter writer, FieldSelection fields)
    {
        writer.WriteStartObject("fields");
        if (!fields.Only.IsEmpty) WriteTexts(writer, "only", fields.Only.Select(static g => g.Pattern));
        if (!fields.Drop.IsEmpty) WriteTexts(writer, "drop", fields.Drop.Select(static g => g.Pattern));
        writer.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts) writer.WriteStringValue(text);
        writer.WriteEndArray();
    }

    private static void WriteImages(Utf8JsonWriter writer, ImageSettings images)
    {
        writer.WriteStartObject("images");
        WriteBoxes(writer, "include", images.Include);
        WriteBoxes(writer, "exclude", images.Exclude);
        WriteSizes(writer, "minSize", images.MinSize, static s => s.Min);
        WriteSizes(writer, "maxSize", images.MaxSize, static s => s.Max);
        if (images.Residue is { } residue) writer.WriteString("residue", residue.ToString().ToLowerInvariant());
        if (images.KeepMetadata is { } kept) WriteTexts(writer, "keepMetadata", kept);
        writer.WriteEndObject();
    }

    private static void WriteBoxes(Utf8JsonWriter writer, string name, ImmutableArray<ScopeBox>? boxes)
    {
        if (boxes is null) return;
        writer.WriteStartArray(name);
        foreach (var box in boxes)
        {
            writer.WriteStartArray();
            foreach (var number in (double[])[box.X, box.Y, box.Width, box.Height]) writer.WriteNumberValue(number);
            writer.WriteEndArray();
        }
        writer.WriteEndArray();
    }

    private static void WriteSizes(Utf8JsonWriter writer, string name, ImmutableArray<SizeLimit>? sizes, Func<SizeLimit, int> pixels)
    {
        if (sizes is null) return;
        writer.WriteStartObject(name);
        foreach (var size in sizes) writer.WriteNumber(size.Entity.Pattern, pixels(size));
        writer.WriteEndObject();
    }

    private static void WriteVideo(Utf8JsonWriter writer, VideoSettings video)
    {
        writer.WriteStartObject("video");
        if (video.Audio is { } audio) writer.WriteString("audio", audio.ToString().ToLowerInvariant());
        if (video.Every is { } every) writer.WriteNumber("every", every);
        if (video.Memory is { } memory) writer.WriteNumber("memory", memory);
        if (video.TextEvery is { } text) writer.WriteNumber("textEvery", text);
        writer.WriteEndObject();
    }
}
