using System.Globalization;
using System.Text.Json;
using Redaction.Image;

namespace Redaction.Batch;

/// <summary>Tasks of Label Studio with predictions: rectangles in percent of the image, for a configuration with
/// <c>&lt;Image name="image"/&gt;</c> and <c>&lt;RectangleLabels name="label" toName="image"/&gt;</c>.</summary>
internal static class LabelStudioFile
{
    private const int Digits = 6; // behind the point: far below a pixel

    public static void Write(IReadOnlyList<AnnotatedImage> images, Utf8JsonWriter json)
    {
        json.WriteStartArray();
        foreach (var image in images)
        {
            json.WriteStartObject();
            json.WriteStartObject("data");
            json.WriteString("image", image.Name);
            json.WriteEndObject();
            json.WriteStartArray("predictions");
            json.WriteStartObject();
            json.WriteString("model_version", "redact");
            json.WriteStartArray("result");
            for (var i = 0; i < image.Annotations.Count; i++)
                for (var part = 0; part < image.Annotations[i].Boxes.Length; part++)
                    Write(image, image.Annotations[i], image.Annotations[i].Boxes[part], string.Create(CultureInfo.InvariantCulture,
                        $"{i}-{part}"), json);
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Write(AnnotatedImage image, ImageAnnotation annotation, PixelBox box, string id, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("type", "rectanglelabels");
        json.WriteString("from_name", "label");
        json.WriteString("to_name", "image");
        json.WriteNumber("original_width", image.Width);
        json.WriteNumber("original_height", image.Height);
        json.WriteNumber("image_rotation", 0);
        json.WriteNumber("score", annotation.Score);
        json.WriteStartObject("value");
        json.WriteNumber("x", Percent(box.X, image.Width));
        json.WriteNumber("y", Percent(box.Y, image.Height));
        json.WriteNumber("width", Percent(box.Width, image.Width));
        json.WriteNumber("height", Percent(box.Height, image.Height));
        json.WriteNumber("rotation", 0);
        json.WriteStartArray("rectanglelabels");
        json.WriteStringValue(annotation.Label);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static double Percent(int part, int whole) => Math.Round(100.0 * part / whole, Digits);
}
