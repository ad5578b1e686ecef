using System.Buffers;

namespace Redaction.Text.Names;

/// <summary>The rented memory of one block of names-many; cleared when it goes back, since it holds user data.</summary>
internal readonly struct ManyBlock : IDisposable
{
    public ManyBlock(int tokens, int tags)
    {
        Begin = ArrayPool<byte>.Shared.Rent(tokens);
        Inside = ArrayPool<byte>.Shared.Rent(tokens);
        Stem = ArrayPool<byte>.Shared.Rent(tokens);
        Features = ArrayPool<float>.Shared.Rent(tokens * ManyFeatures.Width);
        Logits = ArrayPool<float>.Shared.Rent(tokens * tags);
        Back = ArrayPool<byte>.Shared.Rent(tokens * tags);
        Path = ArrayPool<byte>.Shared.Rent(tokens);
    }

    public byte[] Begin { get; }

    public byte[] Inside { get; }

    public byte[] Stem { get; }

    public float[] Features { get; }

    public float[] Logits { get; }

    public byte[] Back { get; }

    public byte[] Path { get; }

    public void Dispose()
    {
        foreach (var bytes in (ReadOnlySpan<byte[]>)[Begin, Inside, Stem, Back, Path])
            ArrayPool<byte>.Shared.Return(bytes, clearArray: true);
        ArrayPool<float>.Shared.Return(Features, clearArray: true);
        ArrayPool<float>.Shared.Return(Logits, clearArray: true);
    }
}
