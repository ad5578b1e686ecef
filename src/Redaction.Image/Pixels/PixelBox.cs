using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Redaction.Image;

/// <summary>A box of pixels of the upright image, or the box around several: the lines of an address, the letters of a turned
/// line.</summary>
/// <param name="X">Left edge.</param>
/// <param name="Y">Top edge.</param>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
public readonly record struct PixelBox(int X, int Y, int Width, int Height) : IRegion<PixelBox>
{
    private readonly ImmutableArray<PixelBox> _parts; // none, or two and more that have none themselves

    private PixelBox(PixelBox around, ImmutableArray<PixelBox> parts) : this(around.X, around.Y, around.Width, around.Height) =>
        _parts = parts;

    /// <inheritdoc/>
    public static bool IsLinear => false;

    /// <inheritdoc/>
    public static string Medium => Redaction.Medium.Image;

    /// <summary>The boxes that belong to the region: itself alone, unless it is made of several.</summary>
    [JsonIgnore]
    public ImmutableArray<PixelBox> Boxes => IsWhole ? [this] : _parts;

    /// <summary>First column right of the box.</summary>
    public int Right => X + Width;

    /// <summary>First row below the box.</summary>
    public int Bottom => Y + Height;

    /// <summary>True when the box has no pixel.</summary>
    public bool IsEmpty => Width <= 0 || Height <= 0;

    /// <summary>False when it is made of several boxes.</summary>
    internal bool IsWhole => _parts.IsDefault;

    /// <summary>The box around all of its boxes.</summary>
    internal PixelBox Around => new(X, Y, Width, Height);

    /// <summary>Pixels, counted in each box.</summary>
    internal long Area => IsWhole ? (long)Width * Height : _parts.Sum(static p => (long)p.Width * p.Height);

    /// <summary>The box between two corners; the second is exclusive.</summary>
    public static PixelBox FromBounds(int left, int top, int right, int bottom) => new(left, top, right - left, bottom - top);

    /// <summary>The region of these boxes, which may overlap.</summary>
    internal static PixelBox Of(IEnumerable<PixelBox> boxes)
    {
        var pile = new BoxPile(rows: false);
        foreach (var box in boxes) pile.Add(box);
        return Of(pile);
    }

    /// <inheritdoc/>
    public static PixelBox Beside(PixelBox first, PixelBox next) => first.Join(next, rows: true);

    /// <inheritdoc/>
    public bool Overlaps(PixelBox other)
    {
        if (!(X < other.Right && other.X < Right && Y < other.Bottom && other.Y < Bottom)) return false;
        if (IsWhole && other.IsWhole) return true;
        foreach (var part in Boxes)
            foreach (var its in other.Boxes)
                if (part.X < its.Right && its.X < part.Right && part.Y < its.Bottom && its.Y < part.Bottom) return true;
        return false;
    }

    /// <summary>The region of both: one box where that is hardly more than the two, else several.</summary>
    public PixelBox Union(PixelBox other) => Join(other, rows: false);

    private PixelBox Join(PixelBox other, bool rows)
    {
        var pile = new BoxPile(rows);
        if (IsWhole && other.IsWhole && pile.Join(this, other) is { } one) return one;
        foreach (var part in Boxes) pile.Add(part);
        foreach (var part in other.Boxes) pile.Add(part);
        return Of(pile);
    }

    /// <summary>The box around both.</summary>
    internal PixelBox Span(PixelBox other) =>
        FromBounds(Math.Min(X, other.X), Math.Min(Y, other.Y), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom));

    /// <summary>The part of the region inside an image of the given size; empty when it lies outside.</summary>
    public PixelBox ClampTo(int width, int height)
    {
        if (!IsWhole) return Of(_parts.Select(p => p.ClampTo(width, height)));
        int left = Math.Clamp(X, 0, width), top = Math.Clamp(Y, 0, height);
        return FromBounds(left, top, Math.Clamp(Right, left, width), Math.Clamp(Bottom, top, height));
    }

    /// <summary>The region grown by fractions of the size of each box, half on each side, rounded outwards.</summary>
    public PixelBox Grow(double fraction)
    {
        if (!IsWhole) return Of(_parts.Select(p => p.Grow(fraction)));
        int dx = (int)Math.Ceiling(Width * fraction / 2), dy = (int)Math.Ceiling(Height * fraction / 2);
        return FromBounds(X - dx, Y - dy, Right + dx, Bottom + dy);
    }

    /// <summary>The region grown by a number of pixels on each side.</summary>
    public PixelBox Grow(int dx, int dy) =>
        IsWhole ? FromBounds(X - dx, Y - dy, Right + dx, Bottom + dy) : Of(_parts.Select(p => p.Grow(dx, dy)));

    /// <summary>Orders by top, then left, then larger first, then by the boxes within.</summary>
    public int CompareTo(PixelBox other)
    {
        if (Y != other.Y) return Y.CompareTo(other.Y);
        if (X != other.X) return X.CompareTo(other.X);
        if (Height != other.Height) return other.Height.CompareTo(Height);
        if (Width != other.Width || (IsWhole && other.IsWhole)) return other.Width.CompareTo(Width);
        if (IsWhole || other.IsWhole) return IsWhole ? -1 : 1;
        for (var i = 0; i < Math.Min(_parts.Length, other._parts.Length); i++)
            if (_parts[i].CompareTo(other._parts[i]) is var order and not 0) return order;
        return _parts.Length.CompareTo(other._parts.Length);
    }

    /// <summary>True when both are made of the same boxes.</summary>
    public bool Equals(PixelBox other) =>
        X == other.X && Y == other.Y && Width == other.Width && Height == other.Height && IsWhole == other.IsWhole
        && (IsWhole || _parts.AsSpan().SequenceEqual(other._parts.AsSpan()));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(X, Y, Width, Height);

    /// <summary>Returns the numbers of the box around all.</summary>
    public override string ToString() => $"PixelBox({X}, {Y}, {Width} x {Height})";

    /// <inheritdoc/>
    public void WriteTo(Utf8JsonWriter writer, long offset = 0)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartArray("box");
        WriteNumbers(writer);
        writer.WriteEndArray();
        if (IsWhole) return;
        writer.WriteStartArray("boxes");
        foreach (var part in _parts)
        {
            writer.WriteStartArray();
            part.WriteNumbers(writer);
            writer.WriteEndArray();
        }
        writer.WriteEndArray();
    }

    private static PixelBox Of(BoxPile pile)
    {
        var parts = pile.Sorted();
        if (parts.Length == 0) return default;
        if (parts.Length == 1) return parts[0];
        var around = parts[0];
        foreach (var part in parts) around = around.Span(part);
        return new(around, parts);
    }

    private void WriteNumbers(Utf8JsonWriter writer)
    {
        writer.WriteNumberValue(X);
        writer.WriteNumberValue(Y);
        writer.WriteNumberValue(Width);
        writer.WriteNumberValue(Height);
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
