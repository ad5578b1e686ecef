namespace Redaction.Image;

/// <summary>Tells the ticks of a ruler, long and short ones, from letters: somewhere across them they are bars at even distances.</summary>
internal static class Rulers
{
    private const int Bands = 8, FewestTicks = 6, Longest = 512; // parts of the height; ticks; pixels of a line that are looked at
    private const float Even = 0.4f;         // of the contrast: what shades of a column differ by at most, since short ticks blur
    private const float FewColumns = 0.1f;   // share of columns that may be uneven
    private const float Least = 0.2f;        // contrast along the row, of 2 from black to white
    private const float Regular = 0.2f;      // of the usual distance: what distances differ by at most

    /// <summary>True when a band across a line shows nothing but ticks.</summary>
    /// <param name="planes">Three planes of -1 .. 1, the green one in the middle.</param>
    /// <param name="width">Pixels along the line.</param>
    /// <param name="height">Pixels across it.</param>
    public static bool Fill(ReadOnlySpan<float> planes, int width, int height)
    {
        var grey = planes.Slice(width * height, width * height);
        var seen = Math.Min(width, Longest);
        Span<float> means = stackalloc float[Longest];
        var band = height / Bands;
        for (var top = 0; top + band <= height; top += band / 2)
            if (ShowsTicks(grey, width, top, top + band, means[..seen])) return true;
        return false;
    }

    private static bool ShowsTicks(ReadOnlySpan<float> grey, int width, int top, int bottom, Span<float> means)
    {
        var (darkest, lightest) = (float.MaxValue, float.MinValue);
        for (var x = 0; x < means.Length; x++)
        {
            var sum = 0f;
            for (var y = top; y < bottom; y++) sum += grey[y * width + x];
            means[x] = sum / (bottom - top);
            (darkest, lightest) = (Math.Min(darkest, means[x]), Math.Max(lightest, means[x]));
        }
        var contrast = lightest - darkest;
        if (contrast < Least) return false;
        var uneven = 0;
        for (var x = 0; x < means.Length; x++)
        {
            var worst = 0f;
            for (var y = top; y < bottom; y++) worst = Math.Max(worst, Math.Abs(grey[y * width + x] - means[x]));
            if (2 * worst > Even * contrast) uneven++;
        }
        return uneven <= FewColumns * means.Length && AreRegular(means, (darkest + lightest) / 2);
    }

    private static bool AreRegular(ReadOnlySpan<float> means, float middle)
    {
        Span<int> distances = stackalloc int[Longest];
        var (count, before) = (0, -1);
        for (var x = 1; x < means.Length; x++)
        {
            if (means[x] <= middle || means[x - 1] > middle) continue;
            if (before >= 0) distances[count++] = x - before;
            before = x;
        }
        if (count < FewestTicks - 1) return false;
        distances = distances[..count];
        distances.Sort();
        var usual = distances[count / 2];
        var slack = Math.Max(1, (int)(Regular * usual));
        return distances[count - 1] - usual <= slack && usual - distances[0] <= slack;
    }
}
