using System.Collections.Immutable;

namespace Redaction.Image;

/// <summary>How far and in which shape an operator paints around a finding: the options that all operators share.</summary>
internal sealed record MaskArea(double? Padding = null, bool Ellipse = false)
{
    private const double FacePadding = 0.3;
    private const double OtherPadding = 0.15;
    private const double SidewaysPadding = 0.3; // of the height: the last character of a plate is the one that is left to read
    private const double EllipseReach = 1.4142135623730952; // the ellipse through the corners of a box is wider by the square root of 2

    public static ImmutableArray<OperatorOption> Options { get; } =
    [
        new("padding", "number", "0.3 for faces, 0.15 for others and sideways at least 0.3 of the height for plates; 0 for an ellipse", "Part of the box's width and height by which it grows, half on each side."),
        new("shape", "box|ellipse", "box", "What is painted: the padded box, or the ellipse through its corners, which covers all of it."),
    ];

    public static MaskArea From(OperatorOptions options)
    {
        var ellipse = options.Choice("shape", "box", "ellipse") == "ellipse";
        var padding = options.Number("padding", double.NaN, 0, 4);
        return new(double.IsNaN(padding) ? null : padding, ellipse);
    }

    public PixelBox Cover(in Finding<PixelBox> finding)
    {
        var box = finding.Region;
        if (Padding is { } chosen) return box.Grow(chosen);
        if (Ellipse) return box;
        if (finding.Type == EntityTypes.Face) return box.Grow(FacePadding);
        var padded = box.Grow(OtherPadding);
        return finding.Type == EntityTypes.LicensePlate
            ? padded.Union(box.Grow((int)Math.Ceiling(box.Height * SidewaysPadding), 0))
            : padded;
    }

    /// <summary>The box around everything that is painted.</summary>
    public PixelBox Reach(PixelBox region) => Ellipse ? region.Grow(EllipseReach - 1) : region;

    /// <summary>The same, cut at the edges of the image.</summary>
    public PixelBox Bounds(PixelBox region, int width, int height) => Reach(region).ClampTo(width, height);

    /// <summary>The columns painted in a row, within <paramref name="bounds"/>.</summary>
    public (int Start, int End) Columns(PixelBox region, PixelBox bounds, int y)
    {
        if (!Ellipse || (y >= region.Y && y < region.Bottom && region.Width <= 2)) return (bounds.X, bounds.Right);
        double a = region.Width * EllipseReach / 2, b = region.Height * EllipseReach / 2;
        var dy = (y + 0.5 - (region.Y + region.Height / 2.0)) / b;
        if (dy * dy >= 1) return (0, 0);
        double centre = region.X + region.Width / 2.0, reach = a * Math.Sqrt(1 - dy * dy);
        var start = Math.Max(bounds.X, (int)Math.Floor(centre - reach));
        return (start, Math.Max(start, Math.Min(bounds.Right, (int)Math.Ceiling(centre + reach))));
    }
}
