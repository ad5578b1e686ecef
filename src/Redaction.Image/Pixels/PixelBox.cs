using System.Text.Json;

namespace Redaction.Image;

/// <summary>A box of pixels of the upright image.</summary>
/// <param name="X">Left edge.</param>
/// <param name="Y">Top edge.</param>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
public readonly record struct PixelBox(int X, int Y, int Width, int Height) : IRegion<PixelBox>
{
    /// <inheritdoc/>
    public static bool IsLinear => false;

    /// <inheritdoc/>
    public static string Medium => Redaction.Medium.Image;

    /// <summary>First column right of the box.</summary>
    public int Right => X + Width;

    /// <summary>First row below the box.</summary>
    public int Bottom => Y + Height;

    /// <summary>True when the box has no pixel.</summary>
    public bool IsEmpty => Width <= 0 || Height <= 0;

    /// <summary>The box between two corners; the second is exclusive.</summary>
    public static PixelBox FromBounds(int left, int top, int right, int bottom) => new(left, top, right - left, bottom - top);

    /// <inheritdoc/>
    public bool Overlaps(PixelBox other) => X < other.Right && other.X < Right && Y < other.Bottom && other.Y < Bottom;

    /// <inheritdoc/>
    public PixelBox Union(PixelBox other) =>
        FromBounds(Math.Min(X, other.X), Math.Min(Y, other.Y), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom));

    /// <summary>The part of the box inside an image of the given size; empty when it lies outside.</summary>
    public PixelBox ClampTo(int width, int height)
    {
        int left = Math.Clamp(X, 0, width), top = Math.Clamp(Y, 0, height);
        return FromBounds(left, top, Math.Clamp(Right, left, width), Math.Clamp(Bottom, top, height));
    }

    /// <summary>The box grown by fractions of its size, half on each side, rounded outwards.</summary>
    public PixelBox Grow(double fraction)
    {
        int dx = (int)Math.Ceiling(Width * fraction / 2), dy = (int)Math.Ceiling(Height * fraction / 2);
        return FromBounds(X - dx, Y - dy, Right + dx, Bottom + dy);
    }

    /// <summary>The box grown by a number of pixels on each side.</summary>
    public PixelBox Grow(int dx, int dy) => FromBounds(X - dx, Y - dy, Right + dx, Bottom + dy);

    /// <summary>Orders by top, then left, then larger first.</summary>
    public int CompareTo(PixelBox other)
    {
        if (Y != other.Y) return Y.CompareTo(other.Y);
        if (X != other.X) return X.CompareTo(other.X);
        return Height != other.Height ? other.Height.CompareTo(Height) : other.Width.CompareTo(Width);
    }

    /// <inheritdoc/>
    public void WriteTo(Utf8JsonWriter writer, long offset = 0)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartArray("box");
        writer.WriteNumberValue(X);
        writer.WriteNumberValue(Y);
        writer.WriteNumberValue(Width);
        writer.WriteNumberValue(Height);
        writer.WriteEndArray();
    }

    /// <summary>True when <paramref name="left"/> sorts before <paramref name="right"/>.</summary>
    public static bool operator <(PixelBox left, PixelBox right) => left.CompareTo(right) < 0;
    /// <summary>True when <paramref name="left"/> sorts after <paramref name="right"/>.</summary>
    public static bool operator >(PixelBox left, PixelBox right) => left.CompareTo(right) > 0;
    /// <summary>True when <paramref name="left"/> does not sort after <paramref name="right"/>.</summary>
    public static bool operator <=(PixelBox left, PixelBox right) => left.CompareTo(right) <= 0;
    /// <summary>True when <paramref name="left"/> does not sort before <paramref name="right"/>.</summary>
    public static bool operator >=(PixelBox left, PixelBox right) => left.CompareTo(right) >= 0;
}
