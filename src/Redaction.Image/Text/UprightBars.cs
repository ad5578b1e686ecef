namespace Redaction.Image;

/// <summary>Tells rows of upright bars (railings, charts, stripes) from letters: down every column they are of one shade.</summary>
internal static class UprightBars
{
    private const float Even = 0.15f;      // of the contrast along the row: what shades of a column differ by at most
    private const float Least = 0.2f;      // contrast along the row, of 2 from black to white
    private const float FewColumns = 0.03f; // share that may be uneven: soft edges

    /// <summary>True when the middle half of a line shows bars and nothing else.</summary>
    /// <param name="planes">Three planes of -1 .. 1, the green one in the middle.</param>
    /// <param name="width">Pixels along the line.</param>
    /// <param name="height">Pixels across it.</param>
    public static bool Fill(ReadOnlySpan<float> planes, int width, int height)
    {
        var grey = planes.Slice(width * height, width * height);
        int top = height / 4, bottom = height - height / 4;
        float darkest = float.MaxValue, lightest = float.MinValue;
        for (var x = 0; x < width; x++)
        {
            var value = grey[height / 2 * width + x];
            (darkest, lightest) = (Math.Min(darkest, value), Math.Max(lightest, value));
        }
        var contrast = lightest - darkest;
        if (contrast < Least) return false;
        var uneven = 0;
        for (var x = 0; x < width; x++)
        {
            float low = float.MaxValue, high = float.MinValue;
            for (var y = top; y < bottom; y++)
            {
                var value = grey[y * width + x];
                (low, high) = (Math.Min(low, value), Math.Max(high, value));
            }
            if (high - low > Even * contrast) uneven++;
        }
        return uneven <= FewColumns * width;
    }
}
