using System.Numerics;
using System.Runtime.InteropServices;

namespace Redaction.Image;

/// <summary>Makes the quantised coefficients of single blocks from RGB pixels.</summary>
internal readonly ref struct JpegBlocks(ImageSource image, JpegHeader header)
{
    private const int Side = 8;
    private readonly ImageSource _image = image;
    private readonly int _across = header.Components.Max(static c => c.Horizontal);
    private readonly int _down = header.Components.Max(static c => c.Vertical);
    private readonly JpegComponent[] _components = header.Components;

    // Rows of the orthonormal DCT-II (T.81, A.3.3), each as one vector of cosines for eight samples.
    private static readonly float[] s_cosines = Cosines();

    private static readonly byte[] s_zigzag =
    [
        0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28,
        35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63,
    ];

    /// <summary>Fills 64 coefficients in zigzag order.</summary>
    /// <param name="component">0 for luma, 1 and 2 for the chromas.</param>
    /// <param name="x">Column of the block.</param>
    /// <param name="y">Row of the block.</param>
    /// <param name="coefficients">64 places.</param>
    public void Read(int component, int x, int y, Span<short> coefficients)
    {
        Span<float> samples = stackalloc float[Side * Side], rows = stackalloc float[Side * Side];
        Sample(component, x * Side, y * Side, samples);
        for (var v = 0; v < Side; v++)
            for (var u = 0; u < Side; u++)
                rows[u * Side + v] = Dot(samples[(v * Side)..], s_cosines.AsSpan(u * Side)); // transposed
        var steps = _components[component].Steps;
        for (var i = 0; i < coefficients.Length; i++)
        {
            int natural = s_zigzag[i], v = natural / Side, u = natural % Side;
            var value = MathF.Round(Dot(rows[(u * Side)..], s_cosines.AsSpan(v * Side)) / steps[i]);
            coefficients[i] = (short)Math.Clamp(value, -1023, 1023);
        }
    }

    /// <summary>Means over the pixels that a sample stands for; beyond the image its last pixels repeat.</summary>
    private void Sample(int component, int left, int top, Span<float> samples)
    {
        int wide = _across / _components[component].Horizontal, high = _down / _components[component].Vertical;
        var (red, green, blue, level) = component switch // ITU-T T.871, 7
        {
            0 => (0.299f, 0.587f, 0.114f, -128f),
            1 => (-0.168735892f, -0.331264108f, 0.5f, 0f),
            _ => (0.5f, -0.418687589f, -0.081312411f, 0f),
        };
        samples.Clear();
        var share = 1f / (wide * high);
        for (var j = 0; j < Side * high; j++)
        {
            var row = _image.Row(Math.Min(top * high + j, _image.Height - 1));
            var target = samples.Slice(j / high * Side, Side);
            for (var i = 0; i < Side * wide; i++)
            {
                var at = Math.Min(left * wide + i, _image.Width - 1) * _image.Channels;
                target[i / wide] += (red * row[at] + green * row[at + 1] + blue * row[at + 2] + level) * share;
            }
        }
    }

    private static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var left = MemoryMarshal.Cast<float, Vector4>(a[..Side]);
        var right = MemoryMarshal.Cast<float, Vector4>(b[..Side]);
        return Vector4.Dot(left[0], right[0]) + Vector4.Dot(left[1], right[1]);
    }

    private static float[] Cosines()
    {
        var cosines = new float[Side * Side];
        for (var u = 0; u < Side; u++)
            for (var x = 0; x < Side; x++)
                cosines[u * Side + x] = (float)(Math.Cos((2 * x + 1) * u * Math.PI / 16) * (u == 0 ? Math.Sqrt(0.125) : 0.5));
        return cosines;
    }
}
