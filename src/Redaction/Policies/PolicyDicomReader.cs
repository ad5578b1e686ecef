using System.Collections.Immutable;
using System.Text.Json;
using Redaction.Documents.Dicom;

namespace Redaction;

/// <summary>Reads the section <c>dicom</c> of a policy file, strictly, and writes it.</summary>
internal static class PolicyDicomReader
{
    public static ImmutableArray<string> Keys { get; } =
    [
        "dates", "retainUids", "retainDevice", "retainInstitution", "retainCharacteristics", "retainSafePrivate", "cleanDescriptors",
        "cleanStructuredContent", "cleanGraphics", "cleanPixels",
    ];

    public static ImmutableArray<string> Dates { get; } = [.. Enum.GetNames<DicomDates>().Select(static n => n.ToLowerInvariant())];

    public static DicomChoices Read(PolicyNode node)
    {
        var entries = node.Mapping(Keys);
        return new()
        {
            Dates = entries.TryGetValue("dates", out var dates) ? ReadDates(dates) : null,
            RetainUids = Flag("retainUids"),
            RetainDevice = Flag("retainDevice"),
            RetainInstitution = Flag("retainInstitution"),
            RetainCharacteristics = Flag("retainCharacteristics"),
            RetainSafePrivate = Flag("retainSafePrivate"),
            CleanDescriptors = Flag("cleanDescriptors"),
            CleanStructuredContent = Flag("cleanStructuredContent"),
            CleanGraphics = Flag("cleanGraphics"),
            CleanPixels = Flag("cleanPixels"),
        };

        bool? Flag(string key) => entries.TryGetValue(key, out var entry) ? entry.Boolean() : null;
    }

    /// <summary>Writes what is said as a property of the current JSON object.</summary>
    public static void Write(Utf8JsonWriter writer, DicomChoices choices)
    {
        if (choices == DicomChoices.None) return;
        writer.WriteStartObject("dicom");
        if (choices.Dates is { } dates) writer.WriteString("dates", dates.ToString().ToLowerInvariant());
        foreach (var (key, value) in (IEnumerable<(string, bool?)>)
        [
            ("retainUids", choices.RetainUids), ("retainDevice", choices.RetainDevice), ("retainInstitution", choices.RetainInstitution),
            ("retainCharacteristics", choices.RetainCharacteristics), ("retainSafePrivate", choices.RetainSafePrivate),
            ("cleanDescriptors", choices.CleanDescriptors), ("cleanStructuredContent", choices.CleanStructuredContent),
            ("cleanGraphics", choices.CleanGraphics), ("cleanPixels", choices.CleanPixels),
        ])
            if (value is { } flag) writer.WriteBoolean(key, flag);
        writer.WriteEndObject();
    }

    private static DicomDates ReadDates(PolicyNode node)
    {
        var text = node.Text();
        var index = Dates.IndexOf(text);
        return index >= 0 ? (DicomDates)index : throw node.Error($"'dates' cannot be '{text}' ({Choices.Valid(text, Dates)})");
    }
}
