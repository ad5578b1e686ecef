using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Redaction.Image;

/// <summary>Makes the quantised coefficients of single blocks from RGB pixels.</summary>
internal readonly ref struct JpegBlocks
{
    private const int Side = 8;

    // Rows of the orthonormal DCT-II (T.81, A.3.3): one cosine for each of eight samples; and the same matrix transposed.
    private static readonly float[] s_cosines = Cosines(), s_transposed = Transposed();

    private static readonly byte[] s_zigzag =
    [
        0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28,
        35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63,
    ];

    private readonly ImageSource _image;
    private readonly int _across, _down;
    private readonly JpegComponent[] _components;
    private readonly float[][] _steps; // of each component, row after row

    public JpegBlocks(ImageSource image, JpegHeader header)
    {
        _image = image;
        _across = header.Components.Max(static c => c.Horizontal);
        _down = header.Components.Max(static c => c.Vertical);
        _components = header.Components;
        _steps = [.. _components.Select(static c => Natural(c))];
    }

    /// <summary>Fills 64 coefficients in zigzag order.</summary>
    /// <param name="component">0 for luma, 1 and 2 for the chromas.</param>
    /// <param name="x">Column of the block.</param>
    /// <param name="y">Row of the block.</param>
    /// <param name="coefficients">64 places.</param>
    public void Read(int component, int x, int y, Span<short> coefficients)
    {
        if (IsOneColor(component, x * Side, y * Side, out var level))
        {
            coefficients.Clear();
            coefficients[0] = (short)Math.Clamp(MathF.Round(level * Side / _steps[component][0]), -1023, 1023);
            return;
        }
        Span<float> samples = stackalloc float[Side * Side], rows = stackalloc float[Side * Side];
        Sample(component, x * Side, y * Side, samples);
        Multiply(samples, s_transposed, rows);
        Multiply(s_cosines, rows, samples);
        var most = Vector256.Create(1023f);
        for (var v = 0; v < Side; v++)
        {
            var values = Vector256.Round(Row(samples, v) / Row(_steps[component], v));
            Vector256.Max(Vector256.Min(values, most), -most).CopyTo(samples[(v * Side)..]);
        }
        for (var i = 0; i < coefficients.Length; i++) coefficients[i] = (short)samples[s_zigzag[i]];
    }

    /// <summary>True when all pixels of a block are the same; <paramref name="level"/> is then what each sample is.</summary>
    private bool IsOneColor(int component, int left, int top, out float level)
    {
        int wide = _across / _components[component].Horizontal, high = _down / _components[component].Vertical;
        level = 0;
        if ((left + Side) * wide > _image.Width || (top + Side) * high > _image.Height) return false;
        int from = left * wide * _image.Channels, length = Side * wide * _image.Channels;
        var first = _image.Row(top * high).Slice(from, length);
        if (!first[_image.Channels..].SequenceEqual(first[..^_image.Channels])) return false;
        for (var y = top * high + 1; y < (top + Side) * high; y++)
            if (!first.SequenceEqual(_image.Row(y).Slice(from, length))) return false;
        var (red, green, blue, shift) = Weights(component);
        level = red * first[0] + green * first[1] + blue * first[2] + shift;
        return true;
    }

    /// <summary>ITU-T T.871, 7.</summary>
    private static (float Red, float Green, float Blue, float Level) Weights(int component) => component switch
    {
        0 => (0.299f, 0.587f, 0.114f, -128f),
        1 => (-0.168735892f, -0.331264108f, 0.5f, 0f),
        _ => (0.5f, -0.418687589f, -0.081312411f, 0f),
    };

    /// <summary>Means over the pixels that a sample stands for; beyond the image its last pixels repeat.</summary>
    private void Sample(int component, int left, int top, Span<float> samples)
    {
        int wide = _across / _components[component].Horizontal, high = _down / _components[component].Vertical;
        var (red, green, blue, level) = Weights(component);
        var share = 1f / (wide * high);
        Span<int> sums = stackalloc int[Side * 3];
        for (var y = 0; y < Side; y++)
        {
            sums.Clear();
            for (var j = 0; j < high; j++)
                AddRow(_image.Row(Math.Min((top + y) * high + j, _image.Height - 1)), left * wide, wide, sums);
            var target = samples.Slice(y * Side, Side);
            for (var x = 0; x < Side; x++)
                target[x] = (red * sums[x * 3] + green * sums[x * 3 + 1] + blue * sums[x * 3 + 2]) * share + level;
        }
    }

    /// <summary>Adds the pixels of a row to sums of red, green and blue for eight samples of so many pixels each.</summary>
    private void AddRow(ReadOnlySpan<byte> row, int left, int wide, Span<int> sums)
    {
        var x = left;
        for (var i = 0; i < sums.Length; i += 3)
            for (var k = 0; k < wide; k++, x++)
            {
                var pixel = row.Slice(Math.Min(x, _image.Width - 1) * _image.Channels, 3);
                sums[i] += pixel[0];
                sums[i + 1] += pixel[1];
                sums[i + 2] += pixel[2];
            }
    }

    /// <summary>The product of two matrices of 8 x 8.</summary>
    private static void Multiply(ReadOnlySpan<float> left, ReadOnlySpan<float> right, Span<float> product)
    {
        for (var v = 0; v < Side; v++)
        {
            var sum = Row(right, 0) * left[v * Side];
            for (var k = 1; k < Side; k++) sum += Row(right, k) * left[v * Side + k];
            sum.CopyTo(product[(v * Side)..]);
        }
    }

    private static Vector256<float> Row(ReadOnlySpan<float> matrix, int row) =>
        Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(matrix.Slice(row * Side, Side)));

    private static float[] Natural(JpegComponent component)
    {
        var steps = new float[Side * Side];
        for (var i = 0; i < steps.Length; i++) steps[s_zigzag[i]] = component.Steps[i];
        return steps;
    }

    private static float[] Cosines()
    {
        var cosines = new float[Side * Side];
        for (var u = 0; u < Side; u++)
            for (var x = 0; x < Side; x++)
                cosines[u * Side + x] = (float)(Math.Cos((2 * x + 1) * u * Math.PI / 16) * (u == 0 ? Math.Sqrt(0.125) : 0.5));
        return cosines;
    }

    private static float[] Transposed()
    {
        var turned = new float[Side * Side];
        for (var i = 0; i < turned.Length; i++) turned[i] = s_cosines[i % Side * Side + i / Side];
        return turned;
    }
}
