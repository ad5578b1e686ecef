using System.Collections.Immutable;

namespace Redaction.Image;

/// <summary>What was done to an image file.</summary>
/// <param name="Format">Id of its format.</param>
/// <param name="Width">Width of the upright image.</param>
/// <param name="Height">Height of the upright image.</param>
/// <param name="Pages">Number of pages or frames, all of them worked through.</param>
/// <param name="MetadataDropped">Names of the kinds of metadata that were dropped, such as <c>exif</c>, <c>gps</c>, <c>xmp</c>.</param>
public sealed record ImageFileSummary(string Format, int Width, int Height, int Pages, ImmutableArray<string> MetadataDropped)
{
    /// <summary>What was taken out, by entity and operator.</summary>
    /// <value>Empty: nothing was found.</value>
    public ImmutableArray<FindingCount> Findings { get; init; } = [];

    /// <summary>Share of the pixels of all pages within the boxes that were painted, 0 to 1; shapes other than boxes leave some of these.
    /// </summary>
    /// <value>0: nothing was painted.</value>
    public double MaskedShare { get; init; }

    /// <summary>The first page after redaction as a small JPEG; empty unless
    /// <see cref="ImageFileOptions.ThumbnailSide"/> asks for it.</summary>
    public ImmutableArray<byte> Thumbnail { get; init; } = [];
}
