namespace Redaction.Image;

/// <summary>Scales a view to the square that a model takes: RGB as value / 127.5 - 1; pixels beyond the image are black.</summary>
internal static class ViewSampler
{
    /// <summary>Each target pixel is the mean of a 2 x 2 … n x n grid of bilinear samples, enough of them that no source pixel is skipped.</summary>
    public static void Sample(ImageSource source, FaceView view, int side, Span<float> target)
    {
        var step = view.Size / (float)side;
        var taps = Math.Max(1, (int)MathF.Ceiling(step));
        var scale = 1 / (127.5f * taps * taps);
        target[..(side * side * 3)].Fill(-1);
        for (var y = 0; y < side; y++)
            for (var ty = 0; ty < taps; ty++)
            {
                var sy = view.Y + (y + (ty + 0.5f) / taps) * step - 0.5f;
                if (sy <= -1 || sy >= source.Height) continue;
                AddRow(source, view, sy, step, taps, scale, target.Slice(y * side * 3, side * 3));
            }
    }

    private static void AddRow(ImageSource source, FaceView view, float sy, float step, int taps, float scale, Span<float> target)
    {
        var top = (int)MathF.Floor(sy);
        var down = sy - top;
        var upper = source.Row(Math.Max(top, 0));
        var lower = source.Row(Math.Min(top + 1, source.Height - 1));
        int channels = source.Channels, last = source.Width - 1;
        var count = target.Length / 3 * taps;
        for (var i = 0; i < count; i++)
        {
            var sx = view.X + (i + 0.5f) / taps * step - 0.5f;
            if (sx <= -1 || sx > last + 0.999f) continue;
            var left = (int)MathF.Floor(sx);
            var across = sx - left;
            int a = Math.Max(left, 0) * channels, b = Math.Min(left + 1, last) * channels, t = i / taps * 3;
            for (var c = 0; c < 3; c++)
            {
                float u = upper[a + c] + (upper[b + c] - upper[a + c]) * across, l = lower[a + c] + (lower[b + c] - lower[a + c]) * across;
                target[t + c] += (u + (l - u) * down) * scale;
            }
        }
    }
}
