namespace Redaction.Image;

/// <summary>The views of an image: the whole, small enough that near plates are of a size the model knows, then its pixels as they are, in tiles.</summary>
internal static class PlateViews
{
    private const int Whole = 640;
    private const int Tile = 1280;
    private const int Overlap = 224; // more than the widest plate that the whole is too small for

    public static IEnumerable<PlateView> Of(int width, int height)
    {
        var longer = Math.Max(width, height);
        yield return new(0, 0, width, height, Math.Max(1f, longer / (float)Whole), CutSides.None);
        if (longer * 4 <= Whole * 5) yield break; // hardly larger: nothing new to see
        int columns = Count(width), rows = Count(height);
        int tileWidth = Size(width, columns), tileHeight = Size(height, rows);
        for (var row = 0; row < rows; row++)
            for (var column = 0; column < columns; column++)
            {
                var cut = (column > 0 ? CutSides.Left : 0) | (row > 0 ? CutSides.Top : 0)
                    | (column < columns - 1 ? CutSides.Right : 0) | (row < rows - 1 ? CutSides.Bottom : 0);
                yield return new(Place(column, columns, width, tileWidth), Place(row, rows, height, tileHeight), tileWidth, tileHeight, 1, cut);
            }
    }

    private static int Count(int length) => length <= Tile ? 1 : 1 + (length - Tile + Tile - Overlap - 1) / (Tile - Overlap);

    /// <summary>Tiles of one size that just overlap enough.</summary>
    private static int Size(int length, int count) => (length + (count - 1) * Overlap + count - 1) / count;

    private static int Place(int index, int count, int length, int size) =>
        count == 1 ? 0 : (int)((long)(length - size) * index / (count - 1));
}
