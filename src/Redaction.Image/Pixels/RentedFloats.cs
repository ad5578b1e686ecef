namespace Redaction.Image;

/// <summary>Numbers for a model in a rented array. What was written is cleared when they are given back, and nothing more.</summary>
/// <param name="length">How many.</param>
internal sealed class RentedFloats(int length) : IDisposable
{
    private float[]? _array = FloatPool.Shared.Rent(length);

    public Memory<float> Memory => _array.AsMemory(0, length);

    public Span<float> Span => _array.AsSpan(0, length);

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _array, null) is not { } array) return;
        array.AsSpan(0, length).Clear();
        FloatPool.Shared.Return(array);
    }
}
