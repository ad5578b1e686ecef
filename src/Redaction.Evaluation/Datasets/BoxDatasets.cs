using System.Collections.Immutable;

namespace Redaction.Evaluation;

/// <summary>The formats of labelled images.</summary>
internal static class BoxDatasets
{
    /// <summary>Ids of the formats.</summary>
    public static ImmutableArray<string> All { get; } = ["boxes", "coco", "voc", "yolo", "wider"];

    /// <summary>The format of a file or folder by its name and beginning; null when it is none of them.</summary>
    public static string? Detect(string path)
    {
        if (!Directory.Exists(path)) return Path.GetExtension(path).Equals(".json", StringComparison.OrdinalIgnoreCase) ? "boxes" : null;
        if (Directory.EnumerateFiles(path, "*.xml", SearchOption.AllDirectories).Any()) return "voc";
        var texts = Directory.EnumerateFiles(path, "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal);
        return texts.Any(BoxFolders.IsYolo) ? "yolo" : null;
    }

    /// <summary>Reads a data set.</summary>
    /// <exception cref="ArgumentException">There is no such format; names those there are.</exception>
    /// <exception cref="RedactionException">The data set is not of this format (<see cref="ErrorCodes.Malformed"/>).</exception>
    public static ImmutableArray<LabelledImage> Read(string path, string format) => format switch
    {
        "boxes" or "coco" => BoxJson.Read(path),
        "voc" => BoxFolders.ReadVoc(path),
        "yolo" => BoxFolders.ReadYolo(path),
        "wider" => BoxFolders.ReadWider(path),
        _ => throw new ArgumentException($"There is no data set format '{format}' (valid: {string.Join(", ", All)})."),
    };
}
