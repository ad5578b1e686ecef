using System.Collections.Immutable;

namespace Redaction.Image;

/// <summary>Boxes that become one where the box around two is hardly larger than they are: the letters of an upright line, but not
/// the lines of a page or the letters of a line at an angle.</summary>
/// <param name="rows">Whether boxes beside each other are those of letters of a line.</param>
internal sealed class BoxPile(bool rows)
{
    private const double Slack = 1.03; // of the pixels of two boxes: what the box around them may have
    private const double Alike = 0.8; // of the higher box's height: what letters of a line share
    private const int Flat = 3;       // times as long as high: longer ones above each other are lines, not letters
    private readonly List<PixelBox> _boxes = [];

    /// <summary>The box around two that fit; null when they don't.</summary>
    public PixelBox? Join(PixelBox a, PixelBox b)
    {
        if (a.IsEmpty || b.IsEmpty) return a.IsEmpty ? b : a;
        var around = a.Span(b);
        long across = Math.Max(0, Math.Min(a.Right, b.Right) - Math.Max(a.X, b.X)),
            down = Math.Max(0, Math.Min(a.Bottom, b.Bottom) - Math.Max(a.Y, b.Y));
        return around.Area <= Slack * (a.Area + b.Area - across * down) || (rows && IsRow(a, b)) ? around : null;
    }

    private static bool IsRow(PixelBox a, PixelBox b) => IsRow(a.Y, a.Height, b.Y, b.Height, b.X - a.Right, a.X - b.Right)
        || (a.Width <= Flat * a.Height && b.Width <= Flat * b.Height
            && IsRow(a.X, a.Width, b.X, b.Width, b.Y - a.Bottom, a.Y - b.Bottom));

    /// <summary>True when two boxes stand beside each other, of nearly the same place and size across, with no more than a space
    /// between them.</summary>
    private static bool IsRow(int start, int size, int otherStart, int otherSize, int gap, int otherGap) =>
        Math.Min(start + size, otherStart + otherSize) - Math.Max(start, otherStart) >= Alike * Math.Max(size, otherSize)
        && Math.Max(gap, otherGap) <= Math.Max(size, otherSize);

    public void Add(PixelBox box)
    {
        if (box.IsEmpty) return;
        for (var i = _boxes.Count - 1; i >= 0; i--)
        {
            if (Join(_boxes[i], box) is not { } joined) continue;
            _boxes.RemoveAt(i);
            box = joined;
            i = _boxes.Count; // the larger box may fit others
        }
        _boxes.Add(box);
    }

    public ImmutableArray<PixelBox> Sorted()
    {
        _boxes.Sort();
        return [.. _boxes];
    }
}
