using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

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
        using var across = new SamplerAxis(left, step, width, source.Width);
        using var down = new SamplerAxis(upper, step, height, source.Height);
        var first = across.First * source.Channels;
        var length = across.Length * source.Channels;
        var sums = ArrayPool<float>.Shared.Rent(Math.Max(length, 1));
        try
        {
            var sum = sums.AsSpan(0, length);
            for (var y = 0; y < height; y++)
            {
                var row = target.Slice(y * width * 3, width * 3);
                var weights = down.Weights(y);
                if (weights.IsEmpty)
                {
                    row.Fill(-1);
                    continue;
                }
                for (var i = 0; i < weights.Length; i++)
                    Add(source.Row(down.Place(y) + i).Slice(first, length), weights[i] / 127.5f, sum, isFirst: i == 0);
                Mix(sum, in across, source.Channels, row);
            }
        }
        finally
        {
            ArrayPool<float>.Shared.Return(sums, clearArray: true);
        }
    }

    /// <summary>Adds a row of pixels to sums, or sets them.</summary>
    private static void Add(ReadOnlySpan<byte> row, float weight, Span<float> sums, bool isFirst)
    {
        ref var from = ref MemoryMarshal.GetReference(row);
        ref var to = ref MemoryMarshal.GetReference(sums);
        var i = 0;
        for (; i <= row.Length - Vector256<float>.Count; i += Vector256<float>.Count)
        {
            var bytes = Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref from, i))).AsByte();
            var values = Vector256.ConvertToSingle(Vector256.WidenLower(Vector128.WidenLower(bytes).ToVector256Unsafe()).AsInt32()) * weight;
            if (!isFirst) values += Vector256.LoadUnsafe(ref to, (nuint)i);
            values.StoreUnsafe(ref to, (nuint)i);
        }
        for (; i < row.Length; i++) sums[i] = row[i] * weight + (isFirst ? 0 : sums[i]);
    }

    /// <summary>Mixes the pixels of a row of sums into those of the target.</summary>
    private static void Mix(ReadOnlySpan<float> sums, in SamplerAxis axis, int channels, Span<float> target)
    {
        var x = channels == 3 ? axis.Copied : 0;
        Lower(sums, target[..(x * 3)]);
        for (; x < target.Length / 3; x++)
        {
            float red = -1, green = -1, blue = -1;
            var at = (axis.Place(x) - axis.First) * channels;
            foreach (var weight in axis.Weights(x))
            {
                var pixel = sums.Slice(at, 3);
                red += weight * pixel[0];
                green += weight * pixel[1];
                blue += weight * pixel[2];
                at += channels;
            }
            var to = target.Slice(x * 3, 3);
            to[0] = red;
            to[1] = green;
            to[2] = blue;
        }
    }

    /// <summary>Each value less 1.</summary>
    private static void Lower(ReadOnlySpan<float> values, Span<float> target)
    {
        ref var from = ref MemoryMarshal.GetReference(values);
        ref var to = ref MemoryMarshal.GetReference(target);
        var i = 0;
        for (; i <= target.Length - Vector256<float>.Count; i += Vector256<float>.Count)
            (Vector256.LoadUnsafe(ref from, (nuint)i) - Vector256<float>.One).StoreUnsafe(ref to, (nuint)i);
        for (; i < target.Length; i++) target[i] = values[i] - 1;
    }
}
