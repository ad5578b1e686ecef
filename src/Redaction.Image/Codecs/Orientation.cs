namespace Redaction.Image;

/// <summary>Turns pixels upright by the orientation tag of TIFF and EXIF (1 to 8).</summary>
internal static class Orientation
{
    public static byte[] Apply(byte[] pixels, ref int width, ref int height, int channels, int pages, int orientation)
    {
        if (orientation is <= 1 or > 8) return pixels;
        var turned = new byte[pixels.Length];
        var swap = orientation >= 5;
        int newWidth = swap ? height : width, newHeight = swap ? width : height;
        var page = width * height * channels;
        for (var p = 0; p < pages; p++)
        {
            var from = pixels.AsSpan(p * page, page);
            var to = turned.AsSpan(p * page, page);
            for (var y = 0; y < newHeight; y++)
                for (var x = 0; x < newWidth; x++)
                {
                    var (sx, sy) = Source(x, y, width, height, orientation);
                    from.Slice((sy * width + sx) * channels, channels).CopyTo(to[((y * newWidth + x) * channels)..]);
                }
        }
        (width, height) = (newWidth, newHeight);
        return turned;
    }

    /// <summary>Where in the stored image the pixel of the upright image stands.</summary>
    private static (int X, int Y) Source(int x, int y, int width, int height, int orientation) => orientation switch
    {
        2 => (width - 1 - x, y),
        3 => (width - 1 - x, height - 1 - y),
        4 => (x, height - 1 - y),
        5 => (y, x),
        6 => (y, height - 1 - x),
        7 => (width - 1 - y, height - 1 - x),
        _ => (width - 1 - y, x),
    };
}
