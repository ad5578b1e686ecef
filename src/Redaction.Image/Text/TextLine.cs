using System.Numerics;

namespace Redaction.Image;

/// <summary>A turned rectangle around a line of text, in pixels of the image.</summary>
/// <param name="Centre">Its middle.</param>
/// <param name="Along">Unit vector in the direction of reading.</param>
/// <param name="HalfLength">Half its length along the line.</param>
/// <param name="HalfHeight">Half its height across the line.</param>
internal readonly record struct TextLine(Vector2 Centre, Vector2 Along, float HalfLength, float HalfHeight)
{
    private const float Level = 0.5f;  // of half the height: what a line may rise or fall to be one box
    private const int MostSteps = 64;

    /// <summary>Returns place and size; the properties below are lines themselves and would be written without end.</summary>
    public override string ToString() => $"TextLine({Centre}, {Along}, {HalfLength} x {HalfHeight})";

    /// <summary>How sure it is that this is text, 0 to 1.</summary>
    public float Score { get; init; }

    /// <summary>Unit vector from the top of the letters to their foot.</summary>
    public Vector2 Down => new(-Along.Y, Along.X);

    public TextLine Grow(float distance) => this with { HalfLength = HalfLength + distance, HalfHeight = HalfHeight + distance };

    public TextLine UpsideDown => this with { Along = -Along };

    /// <summary>Reads along the longer side when the box stands upright: such lines are turned by 90 degrees.</summary>
    public TextLine Lying => HalfHeight < 1.5f * HalfLength
        ? this : this with { Along = Down, HalfLength = HalfHeight, HalfHeight = HalfLength };

    /// <summary>Where it is in an image of that size: one box, or steps where the line is at an angle.</summary>
    public PixelBox Place(int width, int height)
    {
        var slope = Math.Min(Math.Abs(Along.X), Math.Abs(Along.Y));
        var steps = slope * HalfLength <= HalfHeight * Level ? 1 : Math.Clamp((int)(HalfLength / Math.Max(HalfHeight, 1)), 1, MostSteps);
        var line = this;
        return PixelBox.Of(Enumerable.Range(0, steps)
            .Select(i => line.Part(i / (float)steps, (i + 1) / (float)steps).ClampTo(width, height)));
    }

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
