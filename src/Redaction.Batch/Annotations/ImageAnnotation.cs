using System.Collections.Immutable;
using Redaction.Image;

namespace Redaction.Batch;

/// <summary>A finding in an image.</summary>
/// <param name="Label">Name of its entity.</param>
/// <param name="Score">0 to 1.</param>
/// <param name="Boxes">In pixels of the upright page; several where one box around all would be much larger.</param>
internal sealed record ImageAnnotation(string Label, float Score, ImmutableArray<PixelBox> Boxes)
{
    /// <summary>The box around all boxes.</summary>
    public PixelBox Around => Boxes.Aggregate(static (a, b) => a.Span(b));
}
