namespace Redaction.Image;

/// <summary>A thing seen, in image coordinates, before it is rounded to pixels, and the view that it was seen in.</summary>
internal readonly record struct SeenBox(float Left, float Top, float Right, float Bottom, float Score, int View = 0)
{
    public float Width => Right - Left;
    public float Height => Bottom - Top;
    public float Area => Width * Height;

    public float Intersection(in SeenBox other)
    {
        float width = Math.Min(Right, other.Right) - Math.Max(Left, other.Left),
            height = Math.Min(Bottom, other.Bottom) - Math.Max(Top, other.Top);
        return width > 0 && height > 0 ? width * height : 0;
    }

    public PixelBox ToPixels() =>
        PixelBox.FromBounds((int)MathF.Floor(Left), (int)MathF.Floor(Top), (int)MathF.Ceiling(Right), (int)MathF.Ceiling(Bottom));
}
