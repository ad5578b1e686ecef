namespace Redaction.Image;

/// <summary>Covers an image with views of one size that overlap.</summary>
internal static class Tiling
{
    // Most pixels that our models with strides take at once: a frame of 1920 x 1080 is one view.
    private const int Longest = 1920, Broadest = 1184;

    /// <summary>Views for our models with strides.</summary>
    /// <param name="width">Of the image.</param>
    /// <param name="height">Of the image.</param>
    /// <param name="overlap">Least overlap in pixels of the model: more than the largest thing that must be seen whole.</param>
    /// <param name="step">Pixels of the image for a pixel of the model.</param>
    public static IEnumerable<ModelView> OfStrides(int width, int height, int overlap, float step) =>
        Of(width, height, (int)(Longest * step), (int)(Broadest * step), (int)(overlap * step), step);

    /// <param name="width">Of the image.</param>
    /// <param name="height">Of the image.</param>
    /// <param name="longest">Most pixels of the image that a view has along the image's longer side.</param>
    /// <param name="broadest">Most along its shorter side.</param>
    /// <param name="overlap">Least overlap in pixels of the image: more than the largest thing that must be seen whole.</param>
    /// <param name="step">Pixels of the image for a pixel of the model.</param>
    public static IEnumerable<ModelView> Of(int width, int height, int longest, int broadest, int overlap, float step)
    {
        var (wide, high) = width >= height ? (longest, broadest) : (broadest, longest);
        int columns = Count(width, wide, overlap), rows = Count(height, high, overlap);
        int tileWidth = Size(width, columns, overlap), tileHeight = Size(height, rows, overlap);
        for (var row = 0; row < rows; row++)
            for (var column = 0; column < columns; column++)
            {
                var cut = (column > 0 ? CutSides.Left : 0) | (row > 0 ? CutSides.Top : 0)
                    | (column < columns - 1 ? CutSides.Right : 0) | (row < rows - 1 ? CutSides.Bottom : 0);
                yield return new(Place(column, columns, width, tileWidth), Place(row, rows, height, tileHeight), tileWidth, tileHeight,
                    step, cut);
            }
    }

    private static int Count(int length, int largest, int overlap) =>
        length <= largest ? 1 : 1 + (length - largest + largest - overlap - 1) / (largest - overlap);

    /// <summary>Tiles of one size that just overlap enough.</summary>
    private static int Size(int length, int count, int overlap) => (length + (count - 1) * overlap + count - 1) / count;

    private static int Place(int index, int count, int length, int size) =>
        count == 1 ? 0 : (int)((long)(length - size) * index / (count - 1));
}
