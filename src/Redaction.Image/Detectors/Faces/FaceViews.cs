namespace Redaction.Image;

/// <summary>The views of an image: the whole, then overlapping tiles.</summary>
internal static class FaceViews
{
    private const int TileSize = 512;
    private const int Overlap = 160;

    public static IEnumerable<FaceView> Of(int width, int height)
    {
        yield return new(0, 0, Math.Max(width, height), CutSides.None);
        foreach (var view in Tiles(width, height, TileSize, Overlap)) yield return view;
    }

    public static IEnumerable<FaceView> Tiles(int width, int height, int size, int overlap)
    {
        if (Math.Max(width, height) <= size) yield break;
        int columns = Count(width, size, overlap), rows = Count(height, size, overlap);
        for (var row = 0; row < rows; row++)
            for (var column = 0; column < columns; column++)
            {
                int x = Place(column, columns, width, size), y = Place(row, rows, height, size);
                var cut = (column > 0 ? CutSides.Left : 0) | (row > 0 ? CutSides.Top : 0)
                    | (column < columns - 1 ? CutSides.Right : 0) | (row < rows - 1 ? CutSides.Bottom : 0);
                yield return new(x, y, size, cut);
            }
    }

    private static int Count(int length, int size, int overlap) =>
        length <= size ? 1 : 1 + (length - size + size - overlap - 1) / (size - overlap);

    private static int Place(int index, int count, int length, int size) =>
        count == 1 ? 0 : (int)((long)(length - size) * index / (count - 1));
}
