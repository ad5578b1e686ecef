using System.Buffers;

namespace Redaction.Image;

/// <summary>Which pixels of a source, and how much of each, make the pixels of a target along one axis.</summary>
/// <remarks>A target pixel is the mean of evenly spaced linear samples, at least one for each source pixel;
/// samples outside the source count nothing.</remarks>
internal readonly ref struct SamplerAxis : IDisposable
{
    private readonly int[] _places; // first source pixel and number of weights of each target pixel
    private readonly float[] _weights;
    private readonly int _most; // weights of a target pixel

    /// <param name="start">Where the target begins, in pixels of the source.</param>
    /// <param name="step">Source pixels a target pixel.</param>
    /// <param name="count">Target pixels.</param>
    /// <param name="length">Source pixels.</param>
    public SamplerAxis(float start, float step, int count, int length)
    {
        var taps = Math.Max(1, (int)MathF.Ceiling(step));
        _most = taps + 2;
        _places = ArrayPool<int>.Shared.Rent(count * 2);
        _weights = ArrayPool<float>.Shared.Rent(count * _most);
        int first = length, end = 0;
        for (var i = 0; i < count; i++)
        {
            var (low, high) = Weigh(_weights.AsSpan(i * _most, _most), start, step, i, taps, length);
            (_places[i * 2], _places[i * 2 + 1]) = (low, high - low);
            first = Math.Min(first, low);
            end = Math.Max(end, high);
            if (Copied == i && high - low == 1 && _weights[i * _most] == 1 && low == first + i) Copied++;
        }
        First = Math.Min(first, end);
        Length = end - First;
    }

    /// <summary>The first source pixel that any target pixel needs.</summary>
    public int First { get; }

    /// <summary>Source pixels from the first to the last that is needed.</summary>
    public int Length { get; }

    /// <summary>How many target pixels, from the beginning, are the source's as they are, one after the other.</summary>
    public int Copied { get; }

    /// <summary>The first source pixel of a target pixel.</summary>
    public int Place(int target) => _places[target * 2];

    /// <summary>Of the source pixels from its first on; none where it lies outside the source.</summary>
    public ReadOnlySpan<float> Weights(int target) => _weights.AsSpan(target * _most, _places[target * 2 + 1]);

    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(_places);
        ArrayPool<float>.Shared.Return(_weights);
    }

    /// <summary>Weighs the source pixels of a target pixel; returns the first of them and where they end.</summary>
    private static (int Low, int High) Weigh(Span<float> weights, float start, float step, int target, int taps, int length)
    {
        weights.Clear();
        int low = length, high = length;
        for (var tap = 0; tap < taps; tap++)
        {
            var at = start + (target * taps + tap + 0.5f) / taps * step - 0.5f;
            if (at <= -1 || at >= length) continue;
            var floor = (int)MathF.Floor(at);
            var part = at - floor;
            int near = Math.Max(floor, 0), far = Math.Min(floor + 1, length - 1);
            low = Math.Min(low, near); // taps ascend: the first one's
            weights[near - low] += (1 - part) / taps;
            if (part > 0) weights[far - low] += part / taps;
            high = (part > 0 ? far : near) + 1;
        }
        return (low, high);
    }
}
