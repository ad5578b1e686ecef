namespace Redaction.Image;

/// <summary>One look at all of an image in one size.</summary>
/// <param name="Views">Cover the image; tiles where it is too large for one.</param>
/// <param name="Step">Pixels of the image for a pixel of the model.</param>
/// <param name="IsMirrored">Whether left and right are changed over.</param>
internal sealed record FaceLook(ModelView[] Views, float Step, bool IsMirrored = false)
{
    private const int Overlap = 224;      // of tiles: about the largest face that such a look sees whole
    private const float Least = 0.5f;     // small images are looked at twice as large at most
    private const int CoarseSide = 480, FineSide = 960, FinestSide = 1280; // shorter sides, in pixels of the model
    private const float MostFinest = 2;   // pixels of a large image for a pixel of the model at the finest look

    private const float NearlyNothing = 0.02f; // what a look that does not see a face says of it
    private const float Tiny = 8, Sure = 20;   // heights in pixels of the model between which faces begin to be seen
    private const float Large = 400;           // heights from which they are seen less and less
    private const float LeastSay = 0.1f, LeastSayOfLarge = 0.3f;

    /// <summary>The whole, small: all but small faces are seen best there.</summary>
    public static FaceLook Coarsely(int width, int height) => Of(width, height, Math.Min(width, height) / (float)CoarseSide);

    /// <summary>Twice as large, for small faces.</summary>
    public static FaceLook Finely(int width, int height) => Of(width, height, Math.Min(width, height) / (float)FineSide);

    /// <summary>For crowds and for faces that are tiny in a large image.</summary>
    public static FaceLook Closest(int width, int height) =>
        Of(width, height, Math.Min(Math.Min(width, height) / (float)FinestSide, MostFinest));

    /// <summary>How much the look's score of a face of such a height in the image counts beside those of other looks.</summary>
    public float Say(float height, bool seen)
    {
        var size = height / Step;
        if (!seen && Views.Length > 1 && size > Overlap) return 0; // a cut may have gone through it
        return Math.Clamp((size - Tiny) / (Sure - Tiny), LeastSay, 1) * Math.Clamp(2 - size / Large, LeastSayOfLarge, 1);
    }

    /// <summary>A score of one look in logits; 0 where it saw nothing.</summary>
    public static float Logit(float score)
    {
        var p = Math.Clamp(score, NearlyNothing, 1 - 1e-4f);
        return MathF.Log(p / (1 - p));
    }

    private static FaceLook Of(int width, int height, float step)
    {
        step = Math.Max(Least, step);
        return new([.. Tiling.OfStrides(width, height, Overlap, step)], step);
    }
}
