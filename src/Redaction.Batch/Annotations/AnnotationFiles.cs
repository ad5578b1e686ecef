using System.Collections.Immutable;
using System.Text.Json;

namespace Redaction.Batch;

/// <summary>The formats in which annotators take findings in images.</summary>
internal static class AnnotationFiles
{
    public const string Coco = "coco", Yolo = "yolo", Cvat = "cvat", LabelStudio = "label-studio";

    /// <summary>Ids of the formats.</summary>
    public static ImmutableArray<string> All { get; } = [Coco, Yolo, Cvat, LabelStudio];

    /// <summary>Writes all images into one file; YOLO into a folder.</summary>
    /// <param name="format">One of <see cref="All"/>.</param>
    /// <param name="images">In the order of the inputs.</param>
    /// <param name="output">Receives the file.</param>
    /// <param name="folder">Receives the files of YOLO.</param>
    public static void Write(string format, IReadOnlyList<AnnotatedImage> images, Stream output, string? folder)
    {
        ImmutableArray<string> labels =
            [.. images.SelectMany(static i => i.Annotations).Select(static a => a.Label).Distinct().Order(StringComparer.Ordinal)];
        if (format == Yolo) YoloFiles.Write(images, labels, folder!);
        else if (format == Cvat) CvatFile.Write(images, labels, output);
        else
        {
            using var json = new Utf8JsonWriter(output, ManifestJson.Compact);
            if (format == Coco) CocoFile.Write(images, labels, json);
            else LabelStudioFile.Write(images, json);
        }
    }

    /// <exception cref="ArgumentException">There is no such format, or YOLO has no folder.</exception>
    public static void Check(string format, string? folder)
    {
        if (!All.Contains(format))
            throw Choices.Unknown("format", format, All, $"There is no format '{format}' ({Choices.Valid(format, All)}).");
        if (format == Yolo && folder is null)
            throw new ArgumentException("Labels of YOLO are a file an image: name a folder for them.");
    }
}
