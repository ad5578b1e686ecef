namespace Redaction.Image;

/// <summary>The sizes at which the model with strides sees an image: its pixels as they are or nearly so, in tiles that overlap,
/// and the whole once more, small.</summary>
internal static class FaceStrideViews
{
    private const int Whole = 640;
    private const int Overlap = 224;        // about the largest face that this model alone sees
    private const float FinestTile = 320;   // with tiles of BlazeFace of this many pixels and fewer, the pixels are looked at as they are
    private const float Sharp = 1280;       // the longer side up to which that is so however fast it must be
    private const float Coarsest = 1.25f;   // pixels of a larger image for a pixel of the model: two thirds of the time, hardly fewer faces

    /// <param name="width">Of the image.</param>
    /// <param name="height">Of the image.</param>
    /// <param name="smallestTile">As <see cref="FaceOptions.SmallestTile"/> says.</param>
    /// <param name="fast">Whether the whole is to be seen small, for faces that fill it,
    /// and large images a little coarser than they are.</param>
    public static IEnumerable<FaceLevel> Of(int width, int height, int smallestTile, bool fast)
    {
        var longer = Math.Max(width, height);
        var fine = Math.Max(fast ? Math.Clamp(longer / Sharp, 1, Coarsest) : 1, smallestTile / FinestTile);
        yield return new(Tiling.OfStrides(width, height, Overlap, fine), 0);
        var coarse = longer / (float)Whole;
        // else hardly smaller: nothing new to see
        if (fast && coarse > 1.25f * fine) yield return new([new(0, 0, width, height, coarse, CutSides.None)], 0);
    }
}
