using System.Collections.Immutable;
using System.Text.Json;
using Redaction.Image;

namespace Redaction.Batch;

/// <summary>Object detection in COCO's JSON (cocodataset.org, "data format"): ids from 1, boxes as x, y, width and height in pixels; a
/// finding
/// of several boxes has a polygon for each.</summary>
internal static class CocoFile
{
    public static void Write(IReadOnlyList<AnnotatedImage> images, ImmutableArray<string> labels, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartArray("images");
        for (var i = 0; i < images.Count; i++)
        {
            json.WriteStartObject();
            json.WriteNumber("id", i + 1);
            json.WriteString("file_name", images[i].Name);
            json.WriteNumber("width", images[i].Width);
            json.WriteNumber("height", images[i].Height);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("annotations");
        var id = 0;
        for (var i = 0; i < images.Count; i++)
            foreach (var annotation in images[i].Annotations) Write(annotation, ++id, i + 1, labels.IndexOf(annotation.Label) + 1, json);
        json.WriteEndArray();
        json.WriteStartArray("categories");
        for (var i = 0; i < labels.Length; i++)
        {
            json.WriteStartObject();
            json.WriteNumber("id", i + 1);
            json.WriteString("name", labels[i]);
            json.WriteString("supercategory", "personal-data");
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(ImageAnnotation annotation, int id, int image, int category, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("id", id);
        json.WriteNumber("image_id", image);
        json.WriteNumber("category_id", category);
        json.WriteStartArray("bbox");
        var around = annotation.Around;
        foreach (var number in (ReadOnlySpan<int>)[around.X, around.Y, around.Width, around.Height]) json.WriteNumberValue(number);
        json.WriteEndArray();
        json.WriteNumber("area", annotation.Boxes.Sum(static b => (long)b.Width * b.Height));
        json.WriteStartArray("segmentation");
        foreach (var box in annotation.Boxes) WriteCorners(box, json);
        json.WriteEndArray();
        json.WriteNumber("iscrowd", 0);
        json.WriteNumber("score", annotation.Score);
        json.WriteEndObject();
    }

    private static void WriteCorners(PixelBox box, Utf8JsonWriter json)
    {
        json.WriteStartArray();
        foreach (var number in (ReadOnlySpan<int>)[box.X, box.Y, box.Right, box.Y, box.Right, box.Bottom, box.X, box.Bottom])
            json.WriteNumberValue(number);
        json.WriteEndArray();
    }
}
