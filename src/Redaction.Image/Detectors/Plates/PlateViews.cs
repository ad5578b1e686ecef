namespace Redaction.Image;

/// <summary>The views of an image: the whole, small enough that near plates are of a size the model knows, smaller still for plates that fill the
/// picture, then its pixels as they are, in tiles.</summary>
internal static class PlateViews
{
    private const int Whole = 640;
    private const int Tile = 1280;
    private const int Overlap = 224; // more than the widest plate that the whole is too small for

    public static IEnumerable<ModelView> Of(int width, int height)
    {
        var longer = Math.Max(width, height);
        var step = Math.Max(1f, longer / (float)Whole);
        yield return new(0, 0, width, height, step, CutSides.None);
        yield return new(0, 0, width, height, 2 * step, CutSides.None);
        if (longer * 4 <= Whole * 5) yield break; // hardly larger: nothing new to see
        foreach (var view in Tiling.Of(width, height, Tile, Overlap, step: 1)) yield return view;
    }
}
