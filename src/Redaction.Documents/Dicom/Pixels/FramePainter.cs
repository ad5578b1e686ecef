using Redaction.Image;

namespace Redaction.Documents.Dicom;

/// <summary>Paints boxes black in the samples themselves; the rest of the frame keeps its bits.</summary>
internal static class FramePainter
{
    /// <summary>Paints a frame.</summary>
    public static void Paint(PixelModule module, in FrameSamples samples, IEnumerable<PixelBox> boxes)
    {
        Span<long> black = [0, 0, 0, 0];
        var isYbr = module.Photometric.StartsWith("YBR", StringComparison.Ordinal) && module.Samples >= 3;
        if (isYbr) black[1] = black[2] = 1L << (module.Stored - 1);
        var darkest = module.Samples == 1 ? Darkest(module, samples) : default;
        foreach (var box in boxes)
        {
            var inside = Widened(module, box).ClampTo(module.Columns, module.Rows);
            for (var y = inside.Y; y < inside.Bottom; y++)
            {
                for (var x = inside.X; x < inside.Right; x++)
                {
                    if (module.Samples == 1) samples.Copy(x, y, darkest.X, darkest.Y, 0);
                    else
                        for (var s = 0; s < module.Samples; s++) samples.Set(x, y, s, black[s]);
                }
            }
        }
    }

    /// <summary>Where two pixels share a colour both are painted.</summary>
    private static PixelBox Widened(PixelModule module, PixelBox box) =>
        module.IsHalved ? PixelBox.FromBounds(box.X & ~1, box.Y, (box.Right + 1) & ~1, box.Bottom) : box;

    /// <summary>The place of the value that is shown darkest: air in a slice, the black of a palette.</summary>
    private static (int X, int Y) Darkest(PixelModule module, in FrameSamples samples)
    {
        var (best, place) = (long.MaxValue, (0, 0));
        for (var y = 0; y < module.Rows; y++)
        {
            for (var x = 0; x < module.Columns; x++)
            {
                var value = samples[x, y, 0];
                if (module.Palette.Length > 0) value = module.Shown(value);
                else if (module.Photometric == "MONOCHROME1") value = -value;
                if (value >= best) continue;
                (best, place) = (value, (x, y));
            }
        }
        return place;
    }
}
