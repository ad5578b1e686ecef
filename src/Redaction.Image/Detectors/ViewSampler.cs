using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Redaction.Image;

/// <summary>Scales a view to the planes of red, green and blue that a model takes: value / 127.5 - 1;
/// pixels beyond the image are black.</summary>
internal static class ViewSampler
{
    private const int Slack = 1; // floats that are read beyond the last pixel of three channels

    /// <summary>Samples into three planes, one after the other.</summary>
    public static void Sample(ImageSource source, float left, float upper, float step, int width, int height, Span<float> target)
    {
        var area = width * height;
        Sample(source, left, upper, step, width, height, target[..area], target.Slice(area, area), target.Slice(2 * area, area));
    }

    /// <summary>The planes of a view, one after the other, to be read only; those that other detectors have sampled where the image's
    /// are shared.</summary>
    public static SampledView View(ImageSource source, int left, int upper, float step, int width, int height)
    {
        if (source.Planes?.Of(left, upper, step, width, height) is { } kept) return new(kept, isOwned: false);
        var planes = source.Planes?.Renew(left, upper, step, width, height) ?? new(3 * width * height);
        Sample(source, left, upper, step, width, height, planes.Span);
        return new(planes, isOwned: source.Planes is null);
    }

    /// <summary>Each target pixel is the mean of a grid of bilinear samples, enough of them that no source pixel is skipped.</summary>
    /// <param name="source">The image.</param>
    /// <param name="left">Where the view begins.</param>
    /// <param name="upper">Where the view begins.</param>
    /// <param name="step">Source pixels a target pixel.</param>
    /// <param name="width">Of the target.</param>
    /// <param name="height">Of the target.</param>
    /// <param name="red">Rows of the first plane.</param>
    /// <param name="green">Rows of the second.</param>
    /// <param name="blue">Rows of the third.</param>
    public static void Sample(ImageSource source, float left, float upper, float step, int width, int height, Span<float> red,
        Span<float> green, Span<float> blue)
    {
        using var across = new SamplerAxis(left, step, width, source.Width);
        using var down = new SamplerAxis(upper, step, height, source.Height);
        var first = across.First * source.Channels;
        var length = across.Length * source.Channels;
        var sums = ArrayPool<float>.Shared.Rent(length + Slack);
        try
        {
            for (var y = 0; y < height; y++)
            {
                Span<float> reds = red.Slice(y * width, width), greens = green.Slice(y * width, width), blues =
                    blue.Slice(y * width, width);
                var weights = down.Weights(y);
                if (weights.IsEmpty)
                {
                    reds.Fill(-1);
                    greens.Fill(-1);
                    blues.Fill(-1);
                    continue;
                }
                for (var i = 0; i < weights.Length; i++)
                    Add(source.Row(down.Place(y) + i).Slice(first, length), weights[i] / 127.5f, sums.AsSpan(0, length), isFirst: i == 0);
                Mix(sums.AsSpan(0, length + Slack), in across, source.Channels, reds, greens, blues);
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
            var values = Vector256.ConvertToSingle(Vector256.WidenLower(Vector128.WidenLower(bytes).ToVector256Unsafe()).AsInt32())
                * weight;
            if (!isFirst) values += Vector256.LoadUnsafe(ref to, (nuint)i);
            values.StoreUnsafe(ref to, (nuint)i);
        }
        for (; i < row.Length; i++) sums[i] = row[i] * weight + (isFirst ? 0 : sums[i]);
    }

    /// <summary>Mixes the pixels of a row of sums into those of the target.</summary>
    private static void Mix(
        ReadOnlySpan<float> sums, in SamplerAxis axis, int channels, Span<float> reds, Span<float> greens, Span<float> blues)
    {
        var x = channels == 3 ? Split(sums, reds[..axis.Copied], greens, blues) : 0;
        ref var from = ref MemoryMarshal.GetReference(sums);
        for (; x < reds.Length; x++)
        {
            var color = -Vector128<float>.One;
            var weights = axis.Weights(x);
            if (!weights.IsEmpty)
            {
                var at = (axis.Place(x) - axis.First) * channels;
                ArgumentOutOfRangeException.ThrowIfGreaterThan(at + (weights.Length - 1) * channels + Vector128<float>.Count, sums.Length);
                for (var i = 0; i < weights.Length; i++)
                    color += weights[i] * Vector128.LoadUnsafe(ref from, (nuint)(at + i * channels));
            }
            reds[x] = color[0];
            greens[x] = color[1];
            blues[x] = color[2];
        }
    }

    /// <summary>Takes pixels apart and 1 off each value; returns how many, all but the last few.</summary>
    private static int Split(ReadOnlySpan<float> sums, Span<float> reds, Span<float> greens, Span<float> blues)
    {
        ref var from = ref MemoryMarshal.GetReference(sums);
        var (second, third, fourth) =
            (Vector128.Create(0, -1, 0, 0).AsSingle(), Vector128.Create(0, 0, -1, 0).AsSingle(), Vector128.Create(0, 0, 0, -1).AsSingle());
        var x = 0;
        for (; x <= reds.Length - Vector128<float>.Count; x += Vector128<float>.Count)
        {
            var a = Vector128.LoadUnsafe(ref from, (nuint)(x * 3)) - Vector128<float>.One; // r0 g0 b0 r1
            var b = Vector128.LoadUnsafe(ref from, (nuint)(x * 3 + 4)) - Vector128<float>.One; // g1 b1 r2 g2
            var c = Vector128.LoadUnsafe(ref from, (nuint)(x * 3 + 8)) - Vector128<float>.One; // b2 r3 g3 b3
            var red = Vector128.ConditionalSelect(second, Vector128.Shuffle(a, Vector128.Create(0, 3, 0, 0)), a);
            red = Vector128.ConditionalSelect(third, b, red);
            red = Vector128.ConditionalSelect(fourth, Vector128.Shuffle(c, Vector128.Create(0, 0, 0, 1)), red);
            var green = Vector128.ConditionalSelect(second, Vector128.Shuffle(b, Vector128.Create(0, 0, 0, 0)),
                Vector128.Shuffle(a, Vector128.Create(1, 0, 0, 0)));
            green = Vector128.ConditionalSelect(third, Vector128.Shuffle(b, Vector128.Create(0, 0, 3, 0)), green);
            green = Vector128.ConditionalSelect(fourth, Vector128.Shuffle(c, Vector128.Create(0, 0, 0, 2)), green);
            var blue = Vector128.ConditionalSelect(second, b, Vector128.Shuffle(a, Vector128.Create(2, 0, 0, 0)));
            blue = Vector128.ConditionalSelect(third, Vector128.Shuffle(c, Vector128.Create(0, 0, 0, 0)), blue);
            blue = Vector128.ConditionalSelect(fourth, c, blue);
            red.CopyTo(reds[x..]);
            green.CopyTo(greens[x..]);
            blue.CopyTo(blues[x..]);
        }
        return x;
    }
}
