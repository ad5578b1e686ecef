namespace Redaction.Image;

/// <summary>Scales a view to the pixels that a model takes: RGB as value / 127.5 - 1; pixels beyond the image are black.</summary>
internal static class ViewSampler
{
    public static void Sample(ImageSource source, FaceView view, int side, Span<float> target) =>
        Sample(source, view.X, view.Y, view.Size / (float)side, side, side, target);

    /// <summary>Each target pixel is the mean of a grid of bilinear samples, enough of them that no source pixel is skipped.</summary>
    /// <param name="source">The image.</param>
    /// <param name="left">Where the view begins.</param>
    /// <param name="upper">Where the view begins.</param>
    /// <param name="step">Source pixels a target pixel.</param>
    /// <param name="width">Of the target.</param>
    /// <param name="height">Of the target.</param>
    /// <param name="target">Rows of red, green, blue.</param>
    public static void Sample(ImageSource source, float left, float upper, float step, int width, int height, Span<float> target)
    {
        var taps = Math.Max(1, (int)MathF.Ceiling(step));
        var columns = new Column[width * taps];
        var count = Place(columns, source.Width - 1, source.Channels, left, step, taps, out var whole);
        var scale = 1 / (127.5f * taps * taps);
        target[..(width * height * 3)].Fill(-1);
        for (var y = 0; y < height * taps; y++)
        {
            var sy = upper + (y + 0.5f) / taps * step - 0.5f;
            if (sy <= -1 || sy >= source.Height) continue;
            var top = (int)MathF.Floor(sy);
            var down = sy - top;
            var row = target.Slice(y / taps * width * 3, width * 3);
            AddRow(source.Row(Math.Max(top, 0)), columns.AsSpan(0, count), whole, (1 - down) * scale, row);
            if (down > 0) AddRow(source.Row(Math.Min(top + 1, source.Height - 1)), columns.AsSpan(0, count), whole, down * scale, row);
        }
    }

    /// <summary>Where the samples of a row lie; <paramref name="whole"/> when all lie on pixels, as at scales 1, 2, 4 ….</summary>
    private static int Place(Column[] columns, int last, int channels, float left, float step, int taps, out bool whole)
    {
        whole = true;
        var count = 0;
        for (var i = 0; i < columns.Length; i++)
        {
            var sx = left + (i + 0.5f) / taps * step - 0.5f;
            if (sx <= -1 || sx >= last + 1) continue;
            var x = (int)MathF.Floor(sx);
            whole &= sx == x;
            columns[count++] = new(Math.Max(x, 0) * channels, Math.Min(x + 1, last) * channels, sx - x, i / taps * 3);
        }
        return count;
    }

    private static void AddRow(ReadOnlySpan<byte> row, ReadOnlySpan<Column> columns, bool whole, float weight, Span<float> target)
    {
        if (whole)
        {
            foreach (ref readonly var column in columns)
            {
                var pixel = row.Slice(column.Left, 3);
                var to = target.Slice(column.Target, 3);
                to[0] += pixel[0] * weight;
                to[1] += pixel[1] * weight;
                to[2] += pixel[2] * weight;
            }
            return;
        }
        foreach (ref readonly var column in columns)
        {
            float right = column.Across * weight, left = weight - right;
            var a = row.Slice(column.Left, 3);
            var b = row.Slice(column.Right, 3);
            var to = target.Slice(column.Target, 3);
            to[0] += a[0] * left + b[0] * right;
            to[1] += a[1] * left + b[1] * right;
            to[2] += a[2] * left + b[2] * right;
        }
    }

    private readonly record struct Column(int Left, int Right, float Across, int Target);
}
