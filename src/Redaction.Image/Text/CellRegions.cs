namespace Redaction.Image;

/// <summary>Boxes around the marked cells of a grid, a box for each group that hangs together.</summary>
internal static class CellRegions
{
    private const int Apart = 40; // cells that two boxes may have less than the one around both, and still be better as one

    /// <param name="marked">Rows of cells.</param>
    /// <param name="columns">Of the grid; like its rows a multiple of <paramref name="multiple"/>.</param>
    /// <param name="around">Cells by which each marked one grows on all sides before groups are looked for.</param>
    /// <param name="multiple">The edges of boxes lie on multiples of it.</param>
    public static List<PixelBox> Of(bool[] marked, int columns, int around, int multiple)
    {
        var rows = marked.Length / columns;
        var boxes = new List<PixelBox>();
        for (var i = 0; i < marked.Length; i++)
        {
            if (!marked[i]) continue;
            int x = i % columns, y = i / columns;
            Add(boxes, PixelBox.FromBounds(Down(x - around), Down(y - around), Up(x + around + 1, columns), Up(y + around + 1, rows)));
        }
        Join(boxes);
        return boxes;

        int Down(int at) => Math.Max(0, at) / multiple * multiple;
        int Up(int at, int end) => Math.Min(end, (at + multiple - 1) / multiple * multiple);
    }

    /// <summary>Adds a box to the one that it touches, if any; cells come row by row, so that most do.</summary>
    private static void Add(List<PixelBox> boxes, PixelBox box)
    {
        for (var i = boxes.Count - 1; i >= 0; i--)
        {
            if (!boxes[i].Overlaps(box) || !IsBetter(boxes[i], box)) continue;
            boxes[i] = boxes[i].Span(box);
            return;
        }
        boxes.Add(box);
    }

    private static void Join(List<PixelBox> boxes)
    {
        while (Pair(boxes) is var (i, j))
        {
            boxes[i] = boxes[i].Span(boxes[j]);
            boxes.RemoveAt(j);
        }
    }

    /// <summary>Two that are to be one; null when there are none.</summary>
    private static (int First, int Second)? Pair(List<PixelBox> boxes)
    {
        for (var i = 0; i < boxes.Count; i++)
            for (var j = i + 1; j < boxes.Count; j++)
                if (boxes[i].Overlaps(boxes[j]) || IsBetter(boxes[i], boxes[j])) return (i, j);
        return null;
    }

    /// <summary>True when the box around two has hardly more cells than they.</summary>
    private static bool IsBetter(PixelBox a, PixelBox b) => a.Span(b).Area <= a.Area + b.Area + Apart;
}
