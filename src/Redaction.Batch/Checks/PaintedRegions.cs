namespace Redaction.Batch;

/// <summary>How what is found in an output lies to what was painted over.</summary>
internal static class PaintedRegions
{
    /// <summary>True when most of what is found lies in what was painted.</summary>
    public static bool Covers(this PlannedRegion painted, PlannedRegion found)
    {
        if (!painted.Overlaps(found)) return false;
        if (painted.Box is not { } box || found.Box is not { } its)
            return painted.Time is not { } time || found.Time is not { } moment
                || 2 * (Math.Min(time.End, moment.End) - Math.Max(time.Start, moment.Start)) >= moment.Length;
        var width = Math.Min(box.Right, its.Right) - Math.Max(box.X, its.X);
        var height = Math.Min(box.Bottom, its.Bottom) - Math.Max(box.Y, its.Y);
        return 2L * width * height >= (long)its.Width * its.Height;
    }

    /// <summary>True for two boxes on one line with less than the height of a letter between them.</summary>
    public static bool StandsBeside(this PlannedRegion painted, PlannedRegion found)
    {
        if (painted.Box is not { } box || found.Box is not { } its) return false;
        var gap = Math.Max(box.X, its.X) - Math.Min(box.Right, its.Right);
        var height = Math.Min(box.Bottom, its.Bottom) - Math.Max(box.Y, its.Y);
        return 2 * gap < Math.Min(box.Height, its.Height) && 2 * height > Math.Min(box.Height, its.Height);
    }
}
