namespace Redaction.Image;

/// <summary>Boxes around the likely cells of a grid, a box for each group that hangs together.</summary>
internal static class CellRegions
{
    // Cells that two boxes may have less than the one around both, and still be better as one: lines are seen best with much around them.
    private const int Apart = 200;

    /// <param name="likely">How likely each cell is, row after row.</param>
    /// <param name="columns">Of the grid; like its rows a multiple of <paramref name="multiple"/>.</param>
    /// <param name="score">From which a cell counts, and what one cell of a group has at least.</param>
    /// <param name="around">Cells by which each group grows on all sides.</param>
    /// <param name="multiple">The edges of boxes lie on multiples of it.</param>
    /// <returns>Boxes that hold all of each group. Two may overlap where one around both would be much larger.</returns>
    public static List<PixelBox> Of(ReadOnlySpan<float> likely, int columns, (float Least, float Sure) score, int around, int multiple)
    {
        var rows = likely.Length / columns;
        var boxes = new List<PixelBox>();
        var open = new Stack<int>();
        var isSeen = new bool[likely.Length];
        for (var i = 0; i < likely.Length; i++)
        {
            if (isSeen[i] || !(likely[i] >= score.Least)) continue;
            var (group, best) = Group(likely, columns, score.Least, i, isSeen, open);
            if (!(best >= score.Sure)) continue;
            boxes.Add(PixelBox.FromBounds(Down(group.X - around), Down(group.Y - around), Up(group.Right + around, columns),
                Up(group.Bottom + around, rows)));
        }
        Join(boxes);
        return boxes;

        int Down(int at) => Math.Max(0, at) / multiple * multiple;
        int Up(int at, int end) => Math.Min(end, (at + multiple - 1) / multiple * multiple);
    }

    /// <summary>The box around all likely cells that hang together with one, corners too, and the score of the likeliest.</summary>
    private static (PixelBox Box, float Best) Group(
        ReadOnlySpan<float> likely, int columns, float least, int first, bool[] isSeen, Stack<int> open)
    {
        int rows = likely.Length / columns, left = columns, top = rows, right = 0, bottom = 0;
        var best = 0f;
        isSeen[first] = true;
        open.Push(first);
        while (open.TryPop(out var at))
        {
            int x = at % columns, y = at / columns;
            best = Math.Max(best, likely[at]);
            (left, top, right, bottom) = (Math.Min(left, x), Math.Min(top, y), Math.Max(right, x + 1), Math.Max(bottom, y + 1));
            for (var i = 0; i < 9; i++)
            {
                int nextX = x + i % 3 - 1, nextY = y + i / 3 - 1;
                if ((uint)nextX >= (uint)columns || (uint)nextY >= (uint)rows) continue;
                var next = nextY * columns + nextX;
                if (isSeen[next] || !(likely[next] >= least)) continue;
                isSeen[next] = true;
                open.Push(next);
            }
        }
        return (PixelBox.FromBounds(left, top, right, bottom), best);
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
                if (IsBetter(boxes[i], boxes[j])) return (i, j);
        return null;
    }

    /// <summary>True when the box around two has hardly more cells than they.</summary>
    private static bool IsBetter(PixelBox a, PixelBox b) => a.Span(b).Area <= a.Area + b.Area + Apart;
}
