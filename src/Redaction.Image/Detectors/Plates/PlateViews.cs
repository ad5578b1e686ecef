namespace Redaction.Image;

/// <summary>The views of an image: the whole, small enough that near plates are of a size the model knows,
/// smaller still for plates that fill the picture, then close up, in tiles.</summary>
internal static class PlateViews
{
    private const int Whole = 640;
    private const int Filling = 80; // width in pixels of the smallest view from which a plate counts there: a quarter of the picture
    private const int Overlap = 224; // more than the widest plate that the whole is too small for
    private const int Sharp = 860; // the longer side up to which an image is looked at as it is
    // longer sides at which the close view sees all plates of less than a quarter of the picture
    private const int FromClose = 1280, ToClose = 2048;
    private const float Coarsest = 1.5f; // pixels of a larger image for a pixel of the model: plates that can be read are still seen

    /// <param name="width">Of the image.</param>
    /// <param name="height">Of the image.</param>
    /// <param name="quality">With accurate, large images are looked at as they are too.</param>
    /// <returns>The views, and from which width on, in pixels of the image, a plate counts in each.</returns>
    public static IEnumerable<(ModelView View, float Least)> Of(int width, int height, DetectionQuality quality)
    {
        var longer = Math.Max(width, height);
        var step = Math.Max(1f, longer / (float)Whole);
        if (longer is < FromClose or > ToClose) yield return (new(0, 0, width, height, step, CutSides.None), 0);
        yield return (new(0, 0, width, height, 2 * step, CutSides.None), Filling * 2 * step);
        if (longer * 4 <= Whole * 5) yield break; // hardly larger: nothing new to see
        var fine = Math.Clamp(longer / (float)Sharp, 1, Coarsest);
        foreach (var view in Tiling.OfStrides(width, height, Overlap, fine)) yield return (view, 0);
        if (quality != DetectionQuality.Accurate || fine == 1) yield break;
        foreach (var view in Tiling.OfStrides(width, height, Overlap, step: 1)) yield return (view, 0);
    }
}
