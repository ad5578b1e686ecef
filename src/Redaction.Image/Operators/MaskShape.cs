using System.Collections.Immutable;
using System.Globalization;

namespace Redaction.Image;

/// <summary>An outline around a box: the box itself, an ellipse or a convex polygon. It always covers all of the box.</summary>
internal sealed class MaskShape
{
    private const double EllipseReach = 1.4142135623730952; // the ellipse through the corners of a box is wider by the square root of 2
    private readonly double _angle;
    private readonly ImmutableArray<(double X, double Y)> _points;

    private MaskShape(double angle = 0, ImmutableArray<(double, double)> points = default) => (_angle, _points) = (angle, points);

    public static MaskShape Box { get; } = new();

    public static MaskShape Ellipse { get; } = new();

    /// <exception cref="ArgumentException">An option belongs to another shape, or the points are no polygon around the box.</exception>
    public static MaskShape From(string shape, double angle, string points)
    {
        if (angle != 0 && shape != "rotated") throw new ArgumentException("Option 'angle' needs 'shape: rotated'.");
        if (points.Length > 0 && shape != "polygon") throw new ArgumentException("Option 'points' needs 'shape: polygon'.");
        return shape switch
        {
            "ellipse" => Ellipse,
            "rotated" when angle != 0 => new(angle * Math.PI / 180),
            "polygon" => new(points: Parse(points)),
            _ => Box,
        };
    }

    /// <summary>The smallest box of whole pixels around the outline.</summary>
    public PixelBox Around(PixelBox region)
    {
        if (this == Box || region.IsEmpty) return region;
        if (this == Ellipse) return region.Grow(EllipseReach - 1);
        var corners = Corners(region);
        return PixelBox.FromBounds(
            (int)Math.Floor(corners.Min(static c => c.X)), (int)Math.Floor(corners.Min(static c => c.Y)),
            (int)Math.Ceiling(corners.Max(static c => c.X)), (int)Math.Ceiling(corners.Max(static c => c.Y))).Span(region);
    }

    /// <summary>The columns of which the outline covers any part in a row; the end is exclusive.</summary>
    public (int Start, int End) Columns(PixelBox region, int y)
    {
        if (this == Box) return y >= region.Y && y < region.Bottom ? (region.X, region.Right) : (0, 0);
        var (start, end) = this == Ellipse ? EllipseColumns(region, y) : PolygonColumns(region, y);
        if (y < region.Y || y >= region.Bottom) return (start, end);
        return end > start ? (Math.Min(start, region.X), Math.Max(end, region.Right)) : (region.X, region.Right); // whatever the rounding
    }

    private static (int Start, int End) EllipseColumns(PixelBox region, int y)
    {
        double a = region.Width * EllipseReach / 2, b = region.Height * EllipseReach / 2;
        var dy = (y + 0.5 - (region.Y + region.Height / 2.0)) / b;
        if (dy * dy >= 1) return (0, 0);
        double centre = region.X + region.Width / 2.0, reach = a * Math.Sqrt(1 - dy * dy);
        return ((int)Math.Floor(centre - reach), (int)Math.Ceiling(centre + reach));
    }

    /// <summary>The part of the polygon between the row's upper and lower edge.</summary>
    private (int Start, int End) PolygonColumns(PixelBox region, int y)
    {
        var corners = Corners(region);
        double left = double.PositiveInfinity, right = double.NegativeInfinity;
        for (var i = 0; i < corners.Length; i++)
        {
            var (a, b) = (corners[i], corners[(i + 1) % corners.Length]);
            if (Math.Max(a.Y, b.Y) < y || Math.Min(a.Y, b.Y) > y + 1) continue;
            foreach (var edge in (ReadOnlySpan<double>)[Math.Clamp(a.Y, y, y + 1), Math.Clamp(b.Y, y, y + 1)])
            {
                var x = a.Y == b.Y ? a.X : a.X + (b.X - a.X) * (edge - a.Y) / (b.Y - a.Y);
                (left, right) = (Math.Min(left, x), Math.Max(right, x));
                if (a.Y == b.Y) (left, right) = (Math.Min(left, b.X), Math.Max(right, b.X));
            }
        }
        return left <= right ? ((int)Math.Floor(left), (int)Math.Ceiling(right)) : (0, 0);
    }

    private (double X, double Y)[] Corners(PixelBox region)
    {
        if (!_points.IsDefault) return [.. _points.Select(p => (region.X + p.X * region.Width, region.Y + p.Y * region.Height))];
        double cos = Math.Cos(_angle), sin = Math.Sin(_angle);
        var along = (region.Width * Math.Abs(cos) + region.Height * Math.Abs(sin)) / 2;
        var across = (region.Width * Math.Abs(sin) + region.Height * Math.Abs(cos)) / 2;
        double x = region.X + region.Width / 2.0, y = region.Y + region.Height / 2.0;
        return [At(-along, -across), At(along, -across), At(along, across), At(-along, across)];

        (double, double) At(double u, double v) => (x + u * cos - v * sin, y + u * sin + v * cos);
    }

    private static ImmutableArray<(double, double)> Parse(string text)
    {
        var points = new List<(double X, double Y)>();
        foreach (var pair in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var parts = pair.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length != 2 || !Number(parts[0], out var x) || !Number(parts[1], out var y)) throw Bad();
            points.Add((x, y));
        }
        if (points.Count < 3) throw Bad();
        var turn = 0;
        for (var i = 0; i < points.Count; i++)
        {
            var (a, b, c) = (points[i], points[(i + 1) % points.Count], points[(i + 2) % points.Count]);
            var side = Math.Sign(Cross(a, b, c));
            if (turn == 0) turn = side;
            if (side == -turn && side != 0) throw Bad();
            foreach (var corner in (ReadOnlySpan<(double, double)>)[(0, 0), (1, 0), (0, 1), (1, 1)])
                if (Math.Sign(Cross(a, b, corner)) == -turn && turn != 0) throw Bad();
        }
        return turn != 0 ? [.. points] : throw Bad();

        static bool Number(string text, out double value) =>
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && Math.Abs(value) <= 10;
        static double Cross((double X, double Y) a, (double X, double Y) b, (double X, double Y) c) =>
            (b.X - a.X) * (c.Y - a.Y) - (b.Y - a.Y) * (c.X - a.X);
        static ArgumentException Bad() =>
            new("Option 'points' must be the corners of a convex polygon around the whole box, in order, as pairs of numbers from -10 to "
                + "10 such as '0 0, 1 0, 1 1, 0 1'.");
    }
}
