namespace Redaction.Text.Names;

/// <summary>Rows of numbers for words, in parts of which each is one of 256 (product quantisation), rows for shapes of words, and what it
/// costs that one tag follows another (words.bin of names-russian).</summary>
internal sealed class RussianRows
{
    private readonly HashIndex _hashes;
    private readonly byte[] _parts;
    private readonly float[] _codes;
    private readonly float[] _shapes;
    private readonly int _count, _qdim, _centroids, _chunk;

    public RussianRows(string model, ReadOnlySpan<byte> content)
    {
        var reader = new AssetReader(model, content, "RNQ1"u8);
        _count = reader.Number();
        (_qdim, _centroids, _chunk) = (reader.Number(), reader.Number(), reader.Number());
        _hashes = new(reader.Values<ulong>(_count));
        _parts = reader.Values<byte>((_count + 1) * _qdim).ToArray(); // the last is that of unknown words
        _codes = reader.Values<float>(_qdim * _centroids * _chunk).ToArray();
        var (shapes, width) = (reader.Number(), reader.Number());
        _shapes = reader.Values<float>(shapes * width).ToArray();
        Tags = reader.Number();
        Transitions = reader.Values<float>(Tags * Tags).ToArray();
        reader.End();
        if (_centroids != 256 || shapes != RussianShape.Count) throw reader.Broken();
        (WordWidth, ShapeWidth) = (_qdim * _chunk, width);
    }

    public int WordWidth { get; }

    public int ShapeWidth { get; }

    public int Tags { get; }

    /// <summary>Score of a tag (column) after a tag (row).</summary>
    public float[] Transitions { get; }

    /// <summary>Writes the row of a word in small letters, by its hash, and then that of its shape.</summary>
    public void Write(ulong hash, int shape, Span<float> target)
    {
        var row = _hashes.Find(hash);
        var parts = _parts.AsSpan((row < 0 ? _count : row) * _qdim, _qdim);
        for (var q = 0; q < parts.Length; q++)
            _codes.AsSpan((q * _centroids + parts[q]) * _chunk, _chunk).CopyTo(target[(q * _chunk)..]);
        _shapes.AsSpan(shape * ShapeWidth, ShapeWidth).CopyTo(target[WordWidth..]);
    }
}
