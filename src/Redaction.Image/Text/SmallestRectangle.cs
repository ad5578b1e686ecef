using System.Numerics;
using System.Runtime.InteropServices;

namespace Redaction.Image;

/// <summary>The turned rectangle of least area around points: one of its sides lies on a side of their hull.</summary>
internal static class SmallestRectangle
{
    /// <summary>Along the side that is nearer to the horizontal, from left to right.</summary>
    /// <param name="points">Reordered on return.</param>
    public static TextLine Around(List<Vector2> points)
    {
        var hull = Hull(points);
        if (hull.Count == 1) return new(hull[0], Vector2.UnitX, 0, 0);
        var best = default(TextLine);
        var least = float.MaxValue;
        for (var i = 0; i < hull.Count; i++)
        {
            var along = Vector2.Normalize(hull[(i + 1) % hull.Count] - hull[i]);
            var line = Along(CollectionsMarshal.AsSpan(hull), Upright(along));
            var area = (line.HalfLength + 0.5f) * (line.HalfHeight + 0.5f);
            if (area >= least) continue;
            least = area;
            best = line;
        }
        return best;
    }

    private static Vector2 Upright(Vector2 along)
    {
        if (Math.Abs(along.Y) > Math.Abs(along.X)) along = new(along.Y, -along.X);
        return along.X < 0 ? -along : along;
    }

    private static TextLine Along(ReadOnlySpan<Vector2> hull, Vector2 along)
    {
        var down = new Vector2(-along.Y, along.X);
        float left = float.MaxValue, right = float.MinValue, top = float.MaxValue, bottom = float.MinValue;
        foreach (var point in hull)
        {
            float x = Vector2.Dot(point, along), y = Vector2.Dot(point, down);
            left = Math.Min(left, x);
            right = Math.Max(right, x);
            top = Math.Min(top, y);
            bottom = Math.Max(bottom, y);
        }
        return new(along * ((left + right) / 2) + down * ((top + bottom) / 2), along, (right - left) / 2, (bottom - top) / 2);
    }

    /// <summary>Andrew's monotone chain (1979).</summary>
    private static List<Vector2> Hull(List<Vector2> points)
    {
        points.Sort(static (a, b) => a.X != b.X ? a.X.CompareTo(b.X) : a.Y.CompareTo(b.Y));
        var hull = new List<Vector2>();
        for (var pass = 0; pass < 2; pass++)
        {
            var start = hull.Count;
            foreach (var point in points)
            {
                while (hull.Count >= start + 2 && Cross(hull[^2], hull[^1], point) <= 0) hull.RemoveAt(hull.Count - 1);
                hull.Add(point);
            }
            hull.RemoveAt(hull.Count - 1);
            points.Reverse();
        }
        if (hull.Count == 0) hull.Add(points[0]);
        return hull;
    }

    private static float Cross(Vector2 a, Vector2 b, Vector2 c) => (b.X - a.X) * (c.Y - a.Y) - (b.Y - a.Y) * (c.X - a.X);
}
