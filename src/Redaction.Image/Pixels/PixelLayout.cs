namespace Redaction.Image;

internal static class PixelLayout
{
    public static void Check(int bytes, int width, int height, int channels)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        if (channels is not (3 or 4))
            throw new ArgumentOutOfRangeException(nameof(channels), channels, "Channels are 3 (RGB) or 4 (RGBA).");
        if (bytes != (long)width * height * channels)
            throw new ArgumentException(
                $"{width} x {height} pixels of {channels} bytes need {(long)width * height * channels} bytes, not {bytes}.");
    }
}
