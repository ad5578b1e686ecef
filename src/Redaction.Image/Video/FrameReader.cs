using System.Buffers;

namespace Redaction.Image;

/// <summary>Reads frames of red, green and blue from a running ffmpeg.</summary>
internal sealed class FrameReader(FfmpegProcess process, VideoHeader header)
{
    private readonly int _bytes = checked((int)header.FrameBytes);

    /// <summary>The next frame in a rented array, or null at the end.</summary>
    /// <exception cref="RedactionException">The video is broken or cut off.</exception>
    public byte[]? Read()
    {
        var pixels = ArrayPool<byte>.Shared.Rent(_bytes);
        var read = process.Output.ReadAtLeast(pixels.AsSpan(0, _bytes), _bytes, throwOnEndOfStream: false);
        if (read == _bytes) return pixels;
        Return(pixels);
        process.Finish();
        return read == 0 ? null : throw FfmpegProcess.Failed();
    }

    public PixelBuffer View(byte[] pixels) => new(pixels.AsSpan(0, _bytes), header.Width, header.Height, 3);

    /// <summary>Gives a frame back, emptied.</summary>
    public static void Return(byte[] pixels) => ArrayPool<byte>.Shared.Return(pixels, clearArray: true);
}
