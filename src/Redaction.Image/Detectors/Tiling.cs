namespace Redaction.Image;

/// <summary>Covers an image with views of one size that overlap.</summary>
internal static class Tiling
{
    /// <param name="width">Of the image.</param>
    /// <param name="height">Of the image.</param>
    /// <param name="largest">Longest side of a view, in pixels of the image.</param>
    /// <param name="overlap">Least overlap in pixels of the image: more than the largest thing that must be seen whole.</param>
    /// <param name="step">Pixels of the image for a pixel of the model.</param>
    public static IEnumerable<ModelView> Of(int width, int height, int largest, int overlap, float step)
    {
        int columns = Count(width, largest, overlap), rows = Count(height, largest, overlap);
        int tileWidth = Size(width, columns, overlap), tileHeight = Size(height, rows, overlap);
        for (var row = 0; row < rows; row++)
            for (var column = 0; column < columns; column++)
            {
                var cut = (column > 0 ? CutSides.Left : 0) | (row > 0 ? CutSides.Top : 0)
                    | (column < columns - 1 ? CutSides.Right : 0) | (row < rows - 1 ? CutSides.Bottom : 0);
                yield return new(Place(column, columns, width, tileWidth), Place(row, rows, height, tileHeight), tileWidth, tileHeight, step, cut);
            }
    }

    private static int Count(int length, int largest, int overlap) => length <= largest ? 1 : 1 + (length - largest + largest - overlap - 1) / (largest - overlap);

    /// <summary>Tiles of one size that just overlap enough.</summary>
    private static int Size(int length, int count, int overlap) => (length + (count - 1) * overlap + count - 1) / count;

    private static int Place(int index, int count, int length, int size) => count == 1 ? 0 : (int)((long)(length - size) * index / (count - 1));
}
