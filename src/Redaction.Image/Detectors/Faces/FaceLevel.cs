namespace Redaction.Image;

/// <summary>One resolution at which BlazeFace looks at an image.</summary>
/// <param name="Views">Cover the image; one on small images.</param>
/// <param name="Doubt">How many logits a score is worth less: at high resolution more things only look like faces.</param>
internal readonly record struct FaceLevel(IEnumerable<ModelView> Views, float Doubt)
{
    private const int Whole = 256;    // the longer side at which the whole image is seen first
    private const int Largest = 768;  // longest side of a view, for memory

    // A face of a fifth of the size fills the model's cells best; overlap: about the largest face that only this level finds.
    private static readonly (int Size, int Overlap, float Doubt)[] s_levels =
        [(2048, 640, 0.1f), (1024, 320, 0.1f), (512, 160, 0.2f), (320, 96, 0.5f)];

    /// <summary>The whole image, then ever finer ones.</summary>
    /// <param name="width">Of the image.</param>
    /// <param name="height">Of the image.</param>
    /// <param name="smallest">Finest level, as the part of the image in pixels that is seen at 256 pixels.</param>
    public static IEnumerable<FaceLevel> Of(int width, int height, int smallest)
    {
        var longer = Math.Max(width, height);
        yield return new([new(0, 0, width, height, longer / (float)Whole, CutSides.None)], 0);
        foreach (var (size, overlap, doubt) in s_levels)
        {
            if (size < smallest || size * 5 > longer * 4) continue; // hardly finer than the whole: nothing new to see
            var side = (int)(Largest * (long)size / Whole);
            yield return new(Tiling.Of(width, height, side, side, overlap, size / (float)Whole), doubt);
        }
    }
}
