using System.Buffers;

namespace Redaction.Image;

/// <summary>Numbers for a model in a rented array. What was written is cleared when they are given back, and nothing more: arrays are of
/// powers of two, of which the system gives only what is touched.</summary>
/// <param name="length">How many.</param>
internal sealed class RentedFloats(int length) : IDisposable
{
    private float[]? _array = ArrayPool<float>.Shared.Rent(length);

    public Memory<float> Memory => _array.AsMemory(0, length);

    public Span<float> Span => _array.AsSpan(0, length);

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _array, null) is not { } array) return;
        array.AsSpan(0, length).Clear();
        ArrayPool<float>.Shared.Return(array);
    }
}
