using System.Text.Json;

namespace Redaction.Evaluation;

/// <summary>Reads predicted boxes in COCO's results format: <c>[{"image_id":7,"bbox":[x,y,w,h],"score":0.9}]</c>.
/// An image is named by its id in the data set, or by its file name.</summary>
internal static class CocoResults
{
    /// <summary>Reads the boxes of each image, by id or file name.</summary>
    /// <exception cref="RedactionException">The file is not JSON of this shape (<see cref="ErrorCodes.Malformed"/>).</exception>
    public static ILookup<string, Box> Read(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return document.RootElement.EnumerateArray().ToLookup(static r => r.GetProperty("image_id").ToString(), static r => ReadBox(r));
        }
        catch (Exception e)
            when (e is JsonException or KeyNotFoundException or InvalidOperationException or IndexOutOfRangeException or FormatException)
        {
            throw new RedactionException(ErrorCodes.Malformed, "coco-results", "Expected [{\"image_id\",\"bbox\":[x,y,w,h],\"score\"}].",
                e.GetType());
        }
    }

    private static Box ReadBox(JsonElement result)
    {
        var box = result.GetProperty("bbox");
        return new(box[0].GetDouble(), box[1].GetDouble(), box[2].GetDouble(), box[3].GetDouble(), result.GetProperty("score").GetDouble());
    }
}
