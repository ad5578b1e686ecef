using System.Buffers;
using System.Numerics;

namespace Redaction.Documents.Dicom;

/// <summary>A frame as a picture of eight bits a channel, to be read.</summary>
/// <param name="Pixels">Row by row.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Channels">1 for grey, 3 for RGB.</param>
internal sealed record FramePicture(byte[] Pixels, int Width, int Height, int Channels)
{
    private const int MostShades = 1 << 16;

    /// <summary>Draws a frame: through the window where there is one, else from the darkest to the brightest value.</summary>
    public static FramePicture Of(PixelModule module, in FrameSamples samples) =>
        module.Samples == 1 ? Grey(module, samples) : Colour(module, samples);

    private static FramePicture Grey(PixelModule module, in FrameSamples samples)
    {
        var count = (int)module.Pixels;
        var few = ArrayPool<int>.Shared.Rent(count);
        try
        {
            if (samples.TryRead(few.AsSpan(0, count))) return Grey<int>(module, few.AsSpan(0, count));
        }
        finally
        {
            ArrayPool<int>.Shared.Return(few, clearArray: true);
        }
        var (values, at) = (new long[count], 0);
        for (var y = 0; y < module.Rows; y++)
            for (var x = 0; x < module.Columns; x++) values[at++] = samples[x, y, 0];
        return Grey<long>(module, values);
    }

    private static FramePicture Grey<T>(PixelModule module, ReadOnlySpan<T> values)
        where T : struct, IBinaryInteger<T>
    {
        var pixels = new byte[values.Length];
        if (module.Palette.Length > 0)
        {
            for (var i = 0; i < pixels.Length; i++) pixels[i] = module.Shown(long.CreateTruncating(values[i]));
            return new(pixels, module.Columns, module.Rows, 1);
        }
        var (least, most) = (values[0], values[0]);
        foreach (var value in values) (least, most) = (T.Min(least, value), T.Max(most, value));
        // A window that shows nothing of the frame is no help.
        var (first, last) = (double.CreateTruncating(least), double.CreateTruncating(most));
        var (low, high) = module.Window is { } window && window.Low < last && window.High > first ? window : (first, last);
        var scale = high > low ? 255 / (high - low) : 0;
        byte Shown(double value) => (byte)Math.Clamp((value - low) * scale + 0.5, 0, 255);
        if (last - first < MostShades)
        {
            var shades = new byte[(int)(last - first) + 1];
            for (var i = 0; i < shades.Length; i++) shades[i] = Shown(first + i);
            for (var i = 0; i < pixels.Length; i++) pixels[i] = shades[int.CreateTruncating(values[i] - least)];
        }
        else
        {
            for (var i = 0; i < pixels.Length; i++) pixels[i] = Shown(double.CreateTruncating(values[i]));
        }
        return new(pixels, module.Columns, module.Rows, 1);
    }

    private static FramePicture Colour(PixelModule module, in FrameSamples samples)
    {
        var pixels = new byte[module.Pixels * 3];
        var (shift, isYbr) = (Math.Max(0, module.Stored - 8), module.Photometric.StartsWith("YBR", StringComparison.Ordinal));
        var at = 0;
        for (var y = 0; y < module.Rows; y++)
        {
            for (var x = 0; x < module.Columns; x++, at += 3)
            {
                var (a, b, c) = ((int)(samples[x, y, 0] >> shift), (int)(samples[x, y, 1] >> shift), (int)(samples[x, y, 2] >> shift));
                if (isYbr) (a, b, c) = Rgb(a, b - 128, c - 128);
                (pixels[at], pixels[at + 1], pixels[at + 2]) = (Byte(a), Byte(b), Byte(c));
            }
        }
        return new(pixels, module.Columns, module.Rows, 3);
    }

    /// <summary>ITU-R BT.601, full range (PS3.3 section C.7.6.3.1.2).</summary>
    private static (int, int, int) Rgb(int y, int cb, int cr) =>
        (y + ((cr * 1436) >> 10), y - ((cb * 352 + cr * 731) >> 10), y + ((cb * 1815) >> 10));

    private static byte Byte(int value) => (byte)Math.Clamp(value, 0, 255);

    /// <summary>The picture in grey with each pixel as the middle one of the nine around it, which leaves edges where they are.</summary>
    public FramePicture Smoothed()
    {
        var smoothed = (byte[])Pixels.Clone();
        Span<byte> around = stackalloc byte[9];
        for (var y = 1; y < Height - 1; y++)
        {
            for (var x = 1; x < Width - 1; x++)
            {
                for (var row = 0; row < 3; row++) Pixels.AsSpan((y + row - 1) * Width + x - 1, 3).CopyTo(around[(3 * row)..]);
                smoothed[y * Width + x] = Middle(around);
            }
        }
        return this with { Pixels = smoothed };
    }

    /// <summary>The fifth of nine.</summary>
    private static byte Middle(Span<byte> nine)
    {
        for (var i = 0; i < 5; i++)
        {
            var least = i;
            for (var j = i + 1; j < nine.Length; j++)
                if (nine[j] < nine[least]) least = j;
            (nine[i], nine[least]) = (nine[least], nine[i]);
        }
        return nine[4];
    }

    /// <summary>The picture as an uncompressed TIFF 6.0 file of one strip.</summary>
    public byte[] ToTiff()
    {
        const int Entries = 10, Directory = 8, Data = Directory + 2 + Entries * 12 + 4 + 8;
        var file = new byte[Data + Pixels.Length];
        using var writer = new BinaryWriter(new MemoryStream(file));
        writer.Write("II*\0"u8);
        writer.Write(Directory);
        writer.Write((ushort)Entries);
        void Entry(ushort tag, ushort type, int count, int value)
        {
            writer.Write(tag);
            writer.Write(type);
            writer.Write(count);
            writer.Write(value);
        }
        Entry(256, 4, 1, Width);
        Entry(257, 4, 1, Height);
        Entry(258, 3, Channels, Channels == 1 ? 8 : Data - 8); // bits a sample: three of them stand behind the directory
        Entry(259, 3, 1, 1);
        Entry(262, 3, 1, Channels == 1 ? 1 : 2);
        Entry(273, 4, 1, Data);
        Entry(277, 3, 1, Channels);
        Entry(278, 4, 1, Height);
        Entry(279, 4, 1, Pixels.Length);
        Entry(284, 3, 1, 1);
        writer.Write(0);
        foreach (var bits in (ushort[])[8, 8, 8, 0]) writer.Write(bits);
        writer.Write(Pixels);
        return file;
    }
}
