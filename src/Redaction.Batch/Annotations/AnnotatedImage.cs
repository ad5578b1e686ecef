using System.Collections.Immutable;
using System.Text.Json;

namespace Redaction.Batch;

/// <summary>A page of an image with what was found on it, for annotators.</summary>
/// <param name="Source">Path of the file below the input, with <c>/</c>.</param>
/// <param name="Page">0-based.</param>
/// <param name="Width">Of the upright page, in pixels.</param>
/// <param name="Height">Of the upright page, in pixels.</param>
internal sealed record AnnotatedImage(string Source, int Page, int Width, int Height)
{
    /// <summary>What was found; each is one box or several.</summary>
    public List<ImageAnnotation> Annotations { get; } = [];

    /// <summary>The file's path; later pages have their number, from 2, behind it.</summary>
    public string Name => Page == 0 ? Source : FormattableString.Invariant($"{Source}#page={Page + 1}");

    /// <summary>The pages of an image, from the findings that a scan wrote of it.</summary>
    /// <param name="source">Path of the file.</param>
    /// <param name="image">What was done to it.</param>
    /// <param name="lines">One JSON object a finding.</param>
    public static ImmutableArray<AnnotatedImage> Of(string source, Image.ImageFileSummary image, ReadOnlyMemory<byte> lines)
    {
        var pages = Enumerable.Range(0, image.Pages)
            .Select(page => new AnnotatedImage(source.Replace('\\', '/'), page, image.Width, image.Height)).ToImmutableArray();
        while (!lines.IsEmpty)
        {
            var end = lines.Span.IndexOf((byte)'\n');
            var line = end < 0 ? lines : lines[..end];
            lines = end < 0 ? default : lines[(end + 1)..];
            if (line.IsEmpty) continue;
            using var json = JsonDocument.Parse(line);
            var finding = json.RootElement;
            if (!finding.TryGetProperty("box", out var around)) continue;
            var page = finding.TryGetProperty("page", out var number) ? number.GetInt32() : 0;
            var parts = finding.TryGetProperty("boxes", out var boxes) ? boxes.EnumerateArray().Select(Box) : [Box(around)];
            pages[page].Annotations.Add(
                new(finding.GetProperty("entity").GetString()!, finding.GetProperty("score").GetSingle(), [.. parts]));
        }
        return pages;
    }

    private static Image.PixelBox Box(JsonElement box) => new(box[0].GetInt32(), box[1].GetInt32(), box[2].GetInt32(), box[3].GetInt32());
}
