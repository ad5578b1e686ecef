namespace Redaction.Image;

/// <summary>At which sizes an image is searched for text: the whole, and large images in tiles for small print first,
/// whose memory the whole then takes.</summary>
internal static class TextViews
{
    private const int Whole = 1280;
    private const int Tile = 1280, Overlap = 320;
    private const float Near = 2; // pixels of the model between a line and the edge that cuts it
    private const float MaxEnlargement = 0.5f; // small images are looked at twice as large

    public static IEnumerable<(PixelBox View, float Step)> Of(int width, int height)
    {
        var longer = Math.Max(width, height);
        if (longer >= Whole * 1.6)
            foreach (var tile in Tiles(width, height)) yield return tile;
        yield return (new(0, 0, width, height), Math.Max(MaxEnlargement, longer / (float)Whole));
    }

    /// <summary>True of a line that the edge of a tile cuts and that the next tile, which overlaps, shows whole. The first letters of lines
    /// that begin at an edge look like one upright line.</summary>
    /// <param name="line">Seen in the tile.</param>
    /// <param name="view">The tile.</param>
    /// <param name="step">Pixels of the image for one of the model.</param>
    /// <param name="width">Of the image.</param>
    /// <param name="height">Of the image.</param>
    public static bool IsCut(in TextLine line, PixelBox view, float step, int width, int height)
    {
        var box = line.Part(0, 1);
        int shared = (int)(Overlap * step), near = (int)MathF.Ceiling(Near * step);
        return (view.Right < width && box.Right >= view.Right - near && box.X > view.Right - shared + near)
            || (view.X > 0 && box.X <= view.X + near && box.Right < view.X + shared - near)
            || (view.Bottom < height && box.Bottom >= view.Bottom - near && box.Y > view.Bottom - shared + near)
            || (view.Y > 0 && box.Y <= view.Y + near && box.Bottom < view.Y + shared - near);
    }

    private static IEnumerable<(PixelBox View, float Step)> Tiles(int width, int height)
    {
        var step = Math.Max(1f, Math.Max(width, height) / 4800f);
        int tile = (int)(Tile * step), overlap = (int)(Overlap * step);
        for (var y = 0; y == 0 || y + overlap < height; y += tile - overlap)
            for (var x = 0; x == 0 || x + overlap < width; x += tile - overlap)
                yield return (PixelBox.FromBounds(x, y, Math.Min(x + tile, width), Math.Min(y + tile, height)), step);
    }
}
