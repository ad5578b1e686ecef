using System.Numerics;

namespace Redaction.Image;

/// <summary>Turns a line of text upright and scales it to planes of blue, green and red in -1 .. 1.</summary>
internal static class LineSampler
{
    private const int MaxTaps = 6;

    /// <summary>Pixels beyond the image repeat its edge.</summary>
    public static void Sample(ImageSource source, in TextLine line, int width, int height, Span<float> planes)
    {
        float across = 2 * line.HalfLength / width, down = 2 * line.HalfHeight / height;
        int tapsX = Math.Clamp((int)MathF.Ceiling(across), 1, MaxTaps), tapsY = Math.Clamp((int)MathF.Ceiling(down), 1, MaxTaps);
        Vector2 stepX = line.Along * (across / tapsX), stepY = line.Down * (down / tapsY);
        var origin = line.Centre - line.Along * line.HalfLength - line.Down * line.HalfHeight + (stepX + stepY) / 2 - new Vector2(0.5f);
        var scale = 1 / (127.5f * tapsX * tapsY);
        int area = width * height;
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
            {
                var sum = Vector3.Zero;
                for (var j = 0; j < tapsY; j++)
                    for (var i = 0; i < tapsX; i++)
                        sum += At(source, origin + stepX * (x * tapsX + i) + stepY * (y * tapsY + j));
                var at = y * width + x;
                planes[at] = sum.Z * scale - 1;
                planes[at + area] = sum.Y * scale - 1;
                planes[at + 2 * area] = sum.X * scale - 1;
            }
    }

    private static Vector3 At(ImageSource source, Vector2 at)
    {
        float x = Math.Clamp(at.X, 0, source.Width - 1), y = Math.Clamp(at.Y, 0, source.Height - 1);
        int left = (int)x, top = (int)y, right = Math.Min(left + 1, source.Width - 1);
        ReadOnlySpan<byte> upper = source.Row(top), lower = source.Row(Math.Min(top + 1, source.Height - 1));
        return Vector3.Lerp(
            Vector3.Lerp(Pixel(upper, left * source.Channels), Pixel(upper, right * source.Channels), x - left),
            Vector3.Lerp(Pixel(lower, left * source.Channels), Pixel(lower, right * source.Channels), x - left), y - top);
    }

    private static Vector3 Pixel(ReadOnlySpan<byte> row, int at) => new(row[at], row[at + 1], row[at + 2]);
}
