namespace Redaction.Image;

/// <summary>The sizes at which the model with strides sees an image: its pixels as they are, in tiles that overlap, and the whole once more, small.</summary>
internal static class FaceStrideViews
{
    private const int Whole = 640;
    private const int Overlap = 224;        // about the largest face that this model alone sees
    private const float FinestTile = 320;   // with tiles of BlazeFace of this many pixels and fewer, the pixels are looked at as they are

    /// <param name="width">Of the image.</param>
    /// <param name="height">Of the image.</param>
    /// <param name="smallestTile">As <see cref="FaceOptions.SmallestTile"/> says.</param>
    /// <param name="near">Whether the whole is to be seen small, for faces that fill it.</param>
    public static IEnumerable<FaceLevel> Of(int width, int height, int smallestTile, bool near)
    {
        var fine = Math.Max(1, smallestTile / FinestTile);
        yield return new(Tiling.OfStrides(width, height, Overlap, fine), 0);
        var coarse = Math.Max(width, height) / (float)Whole;
        if (near && coarse > 1.25f * fine) yield return new([new(0, 0, width, height, coarse, CutSides.None)], 0); // else hardly smaller: nothing new to see
    }
}
