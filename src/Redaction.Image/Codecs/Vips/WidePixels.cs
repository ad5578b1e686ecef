using System.Runtime.InteropServices;

namespace Redaction.Image;

/// <summary>Numbers that no screen shows as they are (floating point, 32 bits): brought to what viewers show, darkest to brightest.
/// Cut at eight bits they would be black or white here and still hold the picture.</summary>
internal static class WidePixels
{
    private const int UnsignedInt = 4, Int = 5, Float = 6, Double = 8; // VipsBandFormat
    private const int Multiband = 0, Grey = 1, Rgb = 17, Srgb = 22, Rgb16 = 25, Grey16 = 26; // VipsInterpretation

    /// <summary>The image as it is shown; null where its numbers are those of a colour space.</summary>
    public static VipsImage? Shown(VipsImage image)
    {
        if (image.Format is not (UnsignedInt or Int or Float or Double)
            || image.Interpretation is not (Multiband or Grey or Rgb or Srgb or Rgb16 or Grey16)) return null;
        using var memory = image.InMemory(); // the file is read once only
        if (image.Format == Float && IsEightBits(memory)) return Copy(memory, image.Bands);
        using var scale = new VipsOperation("scale");
        using var scaled = scale.With("in", memory).Image();
        return Copy(scaled, image.Bands);
    }

    private static VipsImage Copy(VipsImage image, int bands)
    {
        using var copy = new VipsOperation("copy");
        return copy.With("in", image).With("interpretation", bands < 3 ? "b-w" : "srgb").Image();
    }

    /// <summary>Whether floating point holds the numbers of eight bits.</summary>
    private static bool IsEightBits(VipsImage image)
    {
        var values = new float[checked(image.Width * image.Height * image.Bands)];
        image.CopyTo(MemoryMarshal.AsBytes(values.AsSpan()));
        var highest = 0f;
        foreach (var value in values)
        {
            if (!(value is >= 0 and <= byte.MaxValue)) return false;
            highest = Math.Max(highest, value);
        }
        return highest > 1;
    }
}
