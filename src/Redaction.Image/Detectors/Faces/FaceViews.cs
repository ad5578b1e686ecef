namespace Redaction.Image;

/// <summary>The views of an image: the whole, then ever smaller overlapping tiles.</summary>
internal static class FaceViews
{
    // Tile size, overlap (about the largest face that only these tiles find), doubt.
    private static readonly (int Size, int Overlap, float Doubt)[] s_levels = [(2048, 640, 0.2f), (1024, 320, 0.3f), (512, 160, 0.5f)];

    public static IEnumerable<FaceView> Of(int width, int height, int smallestTile)
    {
        var whole = Math.Max(width, height);
        yield return new(0, 0, whole, 0, CutSides.None);
        foreach (var (size, overlap, doubt) in s_levels)
        {
            if (size < smallestTile || size * 5 > whole * 4) continue; // hardly smaller than the whole: nothing new to see
            foreach (var view in Tiles(width, height, size, overlap, doubt)) yield return view;
        }
    }

    private static IEnumerable<FaceView> Tiles(int width, int height, int size, int overlap, float doubt)
    {
        int columns = Count(width, size, overlap), rows = Count(height, size, overlap);
        for (var row = 0; row < rows; row++)
            for (var column = 0; column < columns; column++)
            {
                int x = Place(column, columns, width, size), y = Place(row, rows, height, size);
                var cut = (column > 0 ? CutSides.Left : 0) | (row > 0 ? CutSides.Top : 0)
                    | (column < columns - 1 ? CutSides.Right : 0) | (row < rows - 1 ? CutSides.Bottom : 0);
                yield return new(x, y, size, doubt, cut);
            }
    }

    private static int Count(int length, int size, int overlap) =>
        length <= size ? 1 : 1 + (length - size + size - overlap - 1) / (size - overlap);

    private static int Place(int index, int count, int length, int size) =>
        count == 1 ? 0 : (int)((long)(length - size) * index / (count - 1));
}
