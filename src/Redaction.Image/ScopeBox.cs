namespace Redaction.Image;

/// <summary>A part of every image: in parts of its width and height when all four numbers are at most 1, else in pixels.</summary>
/// <param name="X">Left edge.</param>
/// <param name="Y">Top edge.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
internal readonly record struct ScopeBox(double X, double Y, double Width, double Height)
{
    /// <summary>True when no number is negative or infinite and the box has an area.</summary>
    public bool IsValid => X >= 0 && Y >= 0 && Width > 0 && Height > 0 && double.IsFinite(X + Y + Width + Height);

    /// <summary>True when the box, rounded outwards, shares a pixel with the other.</summary>
    internal bool Touches(PixelBox box, int width, int height)
    {
        var (left, top, right, bottom) = In(width, height);
        return PixelBox.FromBounds((int)Math.Floor(left), (int)Math.Floor(top), (int)Math.Ceiling(right), (int)Math.Ceiling(bottom))
            .Overlaps(box);
    }

    /// <summary>True when the other lies within the box.</summary>
    internal bool Holds(PixelBox box, int width, int height)
    {
        var (left, top, right, bottom) = In(width, height);
        return box.X >= left && box.Y >= top && box.Right <= right && box.Bottom <= bottom;
    }

    private (double Left, double Top, double Right, double Bottom) In(int width, int height)
    {
        var isPart = Math.Max(Math.Max(X, Y), Math.Max(Width, Height)) <= 1;
        var (w, h) = isPart ? (width, height) : (1.0, 1.0);
        return (X * w, Y * h, Math.Min((X + Width) * w, int.MaxValue / 2), Math.Min((Y + Height) * h, int.MaxValue / 2));
    }
}
