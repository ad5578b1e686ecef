using System.Runtime.InteropServices;

namespace Redaction.Image;

/// <summary>Keeps the 16 bits a channel of what was not painted: the file is read again and only the painted boxes are taken
/// from the 8-bit pixels.</summary>
internal static class DeepPixels
{
    public const int UnsignedShort = 2; // VipsBandFormat
    private const int Rgb16 = 25, Grey16 = 26; // VipsInterpretation

    /// <summary>True for 16-bit grey or RGB, with or without alpha.</summary>
    public static bool Has(VipsImage image) =>
        image.Format == UnsignedShort && image.Bands <= 4 && image.Interpretation is Rgb16 or Grey16;

    /// <summary>Null when something coloured was painted into a grey image.</summary>
    /// <returns>The samples of the whole image, and the number of bands.</returns>
    public static (ushort[] Samples, int Bands)? Patch(DecodedImage image, IEnumerable<PixelBox> painted)
    {
        using var file = VipsReader.Open(image.Original, image.Format, out var pin);
        using (pin)
        {
            var bands = file.Bands;
            var samples = new ushort[checked(image.Width * image.Height * bands)];
            file.CopyTo(MemoryMarshal.AsBytes(samples.AsSpan()));
            foreach (var box in painted.Select(b => b.ClampTo(image.Width, image.Height)))
                for (var y = box.Y; y < box.Bottom; y++)
                {
                    var row = image.Page(0).Row(y).Slice(box.X * image.Channels, box.Width * image.Channels);
                    if (!Take(row, image.Channels, samples.AsSpan((y * image.Width + box.X) * bands, box.Width * bands), bands))
                        return null;
                }
            return (samples, bands);
        }
    }

    private static bool Take(ReadOnlySpan<byte> row, int channels, Span<ushort> target, int bands)
    {
        for (int i = 0, t = 0; t < target.Length; i += channels, t += bands)
        {
            if (bands < 3 && (row[i] != row[i + 1] || row[i] != row[i + 2])) return false;
            for (var b = 0; b < bands; b++)
                target[t + b] = (ushort)(row[i + (bands == 2 && b == 1 ? 3 : b)] * 257);
        }
        return true;
    }
}
