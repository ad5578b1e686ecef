namespace Redaction.Documents.Dicom;

/// <summary>
/// Says whether a slice can hold a line of writing at all, in a few milliseconds: only then it is read. Across letters there are strokes
/// one after the other, each brighter or darker than what is on both sides of it, in several rows one below the other.
/// </summary>
/// <remarks>Meant for slices of more than eight bits, most of which hold none; it rather says yes once too often. Lines may lie, stand,
/// or be turned.</remarks>
internal static class StrokeSearch
{
    /// <summary>Steps of brightness by which a stroke differs from both sides, at least.</summary>
    private const int Contrast = 28;

    /// <summary>Times the noise by which it differs, at least: a pixel in twenty thousand does so by chance.</summary>
    private const double OverNoise = 4.5;

    /// <summary>Pixels between two whose difference tells the noise, and between such pairs.</summary>
    private const int Apart = 2, Pace = 37;

    /// <summary>Strokes side by side that make letters; three letters have more.</summary>
    private const int FewestStrokes = 3;

    /// <summary>Rows of strokes that make a line.</summary>
    private const int FewestRows = 5;

    /// <summary>A smaller picture is read anyway.</summary>
    private const int SmallSide = 64;

    /// <summary>True where there may be writing.</summary>
    public static bool Shows(FramePicture picture)
    {
        if (picture.Channels != 1 || picture.Width < SmallSide || picture.Height < SmallSide) return true;
        var contrast = Math.Max(Contrast, (int)(OverNoise * Noise(picture)));
        foreach (var reach in (int[])[2, 4, 8]) // half the thickest stroke, for letters from small print to headlines
            if (Shows(picture, reach, contrast, isStanding: false) || Shows(picture, reach, contrast, isStanding: true)) return true;
        return false;
    }

    /// <summary>The spread of the noise: from the median difference of neighbours that are not of one colour.</summary>
    public static double Noise(FramePicture picture)
    {
        Span<int> counts = stackalloc int[256];
        counts.Clear();
        var pairs = 0;
        for (var at = 0; at + Apart < picture.Pixels.Length; at += Pace)
        {
            var difference = Math.Abs(picture.Pixels[at] - picture.Pixels[at + Apart]);
            if (difference == 0) continue;
            counts[difference]++;
            pairs++;
        }
        var (median, below) = (0, 0);
        while (median < 255 && 2 * (below += counts[median]) < pairs) median++;
        return median / (0.6745 * Math.Sqrt(2)); // of a normal distribution
    }

    private static bool Shows(FramePicture picture, int reach, int contrast, bool isStanding)
    {
        var (length, lines) = isStanding ? (picture.Height, picture.Width) : (picture.Width, picture.Height);
        var (along, across) = isStanding ? (picture.Width, 1) : (1, picture.Width);
        var (step, half, band) = (reach / 2, 8 * reach, 8 * reach);
        var (strokes, rows, before) = (new int[length / half + 2], new int[length / half + 2], new int[length / half + 2]);
        for (var line = 0; line < lines; line += step)
        {
            Count(picture.Pixels.AsSpan(line * across), along, length, reach, step, contrast, strokes);
            for (var i = 0; i + 1 < strokes.Length; i++)
                if (strokes[i] + strokes[i + 1] >= FewestStrokes && ++rows[i] + before[i] >= FewestRows) return true;
            if (line / band == (line + step) / band) continue;
            (before, rows) = (rows, before);
            rows.AsSpan().Clear();
        }
        return false;
    }

    /// <summary>Counts the strokes of each part of a line.</summary>
    private static void Count(ReadOnlySpan<byte> pixels, int along, int length, int reach, int step, int contrast, int[] strokes)
    {
        strokes.AsSpan().Clear();
        var (isStroke, half) = (false, 8 * reach);
        for (var at = reach; at + reach < length; at += step)
        {
            var (value, left, right) = (pixels[at * along], pixels[(at - reach) * along], pixels[(at + reach) * along]);
            var wasStroke = isStroke;
            isStroke = value >= Math.Max(left, right) + contrast || value + contrast <= Math.Min(left, right);
            if (isStroke && !wasStroke) strokes[at / half]++;
        }
    }
}
