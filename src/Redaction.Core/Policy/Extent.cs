namespace Redaction;

/// <summary>Where something lies in a medium: a stretch of a recording in seconds,
/// or an area of an image in pixels of the upright picture.</summary>
/// <param name="Left">First second, or left edge.</param>
/// <param name="Top">Top edge; 0 for a stretch.</param>
/// <param name="Right">Where it ends, exclusive.</param>
/// <param name="Bottom">Bottom edge, exclusive; 1 for a stretch.</param>
public readonly record struct Extent(double Left, double Top, double Right, double Bottom)
{
    /// <summary>Known to lie in no recording, or in no image: no condition on a place holds for it.</summary>
    public static Extent None => default;

    /// <summary>A stretch of a recording, in seconds.</summary>
    public static Extent OfSeconds(double from, double to) => new(from, 0, to, 1);

    /// <summary>An area of an image, in pixels.</summary>
    public static Extent OfPixels(double x, double y, double width, double height) => new(x, y, x + width, y + height);

    /// <summary>True when all of <paramref name="other"/> lies in it.</summary>
    public bool Contains(Extent other) => Left <= other.Left && Top <= other.Top && Right >= other.Right && Bottom >= other.Bottom;

    /// <summary>True when the two have a part in common.</summary>
    public bool Overlaps(Extent other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
}
