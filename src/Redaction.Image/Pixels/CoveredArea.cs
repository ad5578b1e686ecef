namespace Redaction.Image;

/// <summary>How much of an image boxes cover, what several share counted once.</summary>
internal static class CoveredArea
{
    /// <summary>Pixels in any of the boxes, each cut at the edges of the image.</summary>
    public static long Of(IEnumerable<PixelBox> boxes, int width, int height)
    {
        var cut = boxes.Select(box => box.ClampTo(width, height)).Where(static box => !box.IsEmpty).OrderBy(static box => box.X).ToArray();
        var edges = cut.SelectMany(static box => new[] { box.Y, box.Bottom }).Distinct().Order().ToArray();
        var covered = 0L;
        for (var i = 1; i < edges.Length; i++) covered += (long)(edges[i] - edges[i - 1]) * Across(cut, edges[i - 1]);
        return covered;
    }

    /// <summary>Columns that boxes, sorted by their left edges, cover in a row.</summary>
    private static int Across(PixelBox[] boxes, int row)
    {
        int covered = 0, end = 0;
        foreach (var box in boxes)
        {
            if (box.Y > row || box.Bottom <= row || box.Right <= end) continue;
            covered += box.Right - Math.Max(box.X, end);
            end = box.Right;
        }
        return covered;
    }
}
