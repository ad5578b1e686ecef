using System.Buffers;

namespace Redaction.Text.Names;

/// <summary>The rented memory of one call; cleared when it goes back, since it holds user data.</summary>
internal readonly struct Workspace : IDisposable
{
    /// <summary>One token more than a block tells whether the text goes on.</summary>
    public const int Tokens = Blocks.Most + 1;

    public Workspace(int tokens, NamesModel model)
    {
        var block = Math.Min(tokens, Blocks.Most);
        Keys = ArrayPool<byte>.Shared.Rent(block * TokenKey.MaxBytes);
        Lengths = ArrayPool<int>.Shared.Rent(block);
        Masks = ArrayPool<ushort>.Shared.Rent(block);
        Features = ArrayPool<float>.Shared.Rent(block * FeatureWriter.Width);
        Pieces = ArrayPool<float>.Shared.Rent(model.Pieces is null ? 0 : block * PieceTable.Width);
        Logits = ArrayPool<float>.Shared.Rent(block * model.Tags);
        Back = ArrayPool<byte>.Shared.Rent(block * model.Tags);
        Path = ArrayPool<byte>.Shared.Rent(block);
    }

    public byte[] Keys { get; }

    public int[] Lengths { get; }

    public ushort[] Masks { get; }

    public float[] Features { get; }

    /// <summary>Empty for a model without pieces.</summary>
    public float[] Pieces { get; }

    public float[] Logits { get; }

    public byte[] Back { get; }

    public byte[] Path { get; }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(Keys, clearArray: true);
        ArrayPool<int>.Shared.Return(Lengths, clearArray: true);
        ArrayPool<ushort>.Shared.Return(Masks, clearArray: true);
        ArrayPool<float>.Shared.Return(Features, clearArray: true);
        ArrayPool<float>.Shared.Return(Pieces, clearArray: true);
        ArrayPool<float>.Shared.Return(Logits, clearArray: true);
        ArrayPool<byte>.Shared.Return(Back, clearArray: true);
        ArrayPool<byte>.Shared.Return(Path, clearArray: true);
    }
}
