namespace Redaction.Image;

/// <summary>At which sizes an image is searched for text: the whole, and large images in tiles for small print first,
/// whose memory the whole then takes.</summary>
internal static class TextViews
{
    private const int Whole = 1280;
    private const int Tile = 1280, Overlap = 320;
    private const float MaxEnlargement = 0.5f; // small images are looked at twice as large

    public static IEnumerable<(PixelBox View, float Step)> Of(int width, int height)
    {
        var longer = Math.Max(width, height);
        if (longer >= Whole * 1.6)
            foreach (var tile in Tiles(width, height)) yield return tile;
        yield return (new(0, 0, width, height), Math.Max(MaxEnlargement, longer / (float)Whole));
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
