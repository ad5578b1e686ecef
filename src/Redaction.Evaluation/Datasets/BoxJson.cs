using System.Collections.Immutable;
using System.Text.Json;

namespace Redaction.Evaluation;

/// <summary>Reads <c>{"images":[{"image":"rel/path.jpg","boxes":[[x,y,w,h],…]}]}</c>; paths are relative to the file.</summary>
public static class BoxJson
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
            return [.. document.RootElement.GetProperty("images").EnumerateArray().Select(image => new LabelledImage(
                Path.Combine(folder, image.GetProperty("image").GetString()!),
                [.. image.GetProperty("boxes").EnumerateArray().Select(ReadBox)]))];
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or IndexOutOfRangeException)
        {
            throw new RedactionException(ErrorCodes.Malformed, "box-json", "Expected {\"images\":[{\"image\":…,\"boxes\":[[x,y,w,h],…]}]}.", e.GetType());
        }
    }

    private static Box ReadBox(JsonElement box) => new(box[0].GetDouble(), box[1].GetDouble(), box[2].GetDouble(), box[3].GetDouble());
}
