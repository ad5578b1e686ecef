using System.Collections.Immutable;
using System.Text.Json;

namespace Redaction.Evaluation;

/// <summary>Reads <c>{"images":[{"image":"rel/path.jpg","boxes":[[x,y,w,h],…]}]}</c>,
/// and COCO's <c>{"images":[{"id","file_name"}],"annotations":[{"image_id","bbox"}]}</c>; paths are relative to the file.</summary>
internal static class BoxJson
{
    /// <summary>Reads a data set of boxes.</summary>
    /// <exception cref="RedactionException">The file is not JSON of this shape (<see cref="ErrorCodes.Malformed"/>).</exception>
    public static ImmutableArray<LabelledImage> Read(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        try
        {
            using var stream = File.OpenRead(path);
            using var document = JsonDocument.Parse(stream);
            var root = document.RootElement;
            return root.TryGetProperty("annotations", out var annotations) ? ReadCoco(folder, root, annotations) : ReadOwn(folder, root);
        }
        catch (Exception e)
            when (e is JsonException or KeyNotFoundException or InvalidOperationException or IndexOutOfRangeException or FormatException)
        {
            throw new RedactionException(ErrorCodes.Malformed, "box-json",
                "Expected {\"images\":[{\"image\":…,\"boxes\":[[x,y,w,h],…]}]} or COCO.", e.GetType());
        }
    }

    private static ImmutableArray<LabelledImage> ReadOwn(string folder, JsonElement root) =>
        [.. root.GetProperty("images").EnumerateArray().Select(image => new LabelledImage(
            Path.Combine(folder, image.GetProperty("image").GetString()!),
            [.. image.GetProperty("boxes").EnumerateArray().Select(ReadBox)])
        {
            Split = image.TryGetProperty("split", out var split) ? split.GetString() ?? "" : "",
        })];

    private static ImmutableArray<LabelledImage> ReadCoco(string folder, JsonElement root, JsonElement annotations)
    {
        var boxes = annotations.EnumerateArray()
            .ToLookup(static a => a.GetProperty("image_id").GetInt64(), static a => ReadBox(a.GetProperty("bbox")));
        return [.. root.GetProperty("images").EnumerateArray().Select(image => new LabelledImage(
            Path.Combine(folder, image.GetProperty("file_name").GetString()!), [.. boxes[image.GetProperty("id").GetInt64()]])
        {
            Id = image.GetProperty("id").ToString(),
        })];
    }

    private static Box ReadBox(JsonElement box) => new(box[0].GetDouble(), box[1].GetDouble(), box[2].GetDouble(), box[3].GetDouble());
}
