using System.Numerics;

namespace Redaction.Image;

/// <summary>A turned rectangle around a line of text, in pixels of the image.</summary>
/// <param name="Centre">Its middle.</param>
/// <param name="Along">Unit vector in the direction of reading.</param>
/// <param name="HalfLength">Half its length along the line.</param>
/// <param name="HalfHeight">Half its height across the line.</param>
internal readonly record struct TextLine(Vector2 Centre, Vector2 Along, float HalfLength, float HalfHeight)
{
    /// <summary>Returns place and size; the properties below are lines themselves and would be written without end.</summary>
    public override string ToString() => $"TextLine({Centre}, {Along}, {HalfLength} x {HalfHeight})";

    /// <summary>Unit vector from the top of the letters to their foot.</summary>
    public Vector2 Down => new(-Along.Y, Along.X);

    public TextLine Grow(float distance) => this with { HalfLength = HalfLength + distance, HalfHeight = HalfHeight + distance };

    public TextLine UpsideDown => this with { Along = -Along };

    /// <summary>Reads along the longer side when the box stands upright: such lines are turned by 90 degrees.</summary>
    public TextLine Lying => HalfHeight < 1.5f * HalfLength ? this : new(Centre, Down, HalfHeight, HalfLength);

    /// <summary>The upright box around a part of the line; 0 is its start, 1 its end.</summary>
    public PixelBox Part(float start, float end)
    {
        var from = Centre + Along * (HalfLength * (2 * start - 1));
        var to = Centre + Along * (HalfLength * (2 * end - 1));
        var down = Down * HalfHeight;
        var low = Vector2.Min(Vector2.Min(from - down, from + down), Vector2.Min(to - down, to + down));
        var high = Vector2.Max(Vector2.Max(from - down, from + down), Vector2.Max(to - down, to + down));
        return PixelBox.FromBounds((int)MathF.Floor(low.X), (int)MathF.Floor(low.Y), (int)MathF.Ceiling(high.X),
            (int)MathF.Ceiling(high.Y));
    }
}
