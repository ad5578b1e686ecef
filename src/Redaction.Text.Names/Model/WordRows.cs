namespace Redaction.Text.Names;

/// <summary>One row of numbers for each of many words (words.bin).</summary>
internal sealed class WordRows
{
    public const int Width = 100;
    private readonly ulong[] _hashes;
    private readonly float[] _scales;
    private readonly sbyte[] _rows;
    private readonly byte[] _ranks;

    public WordRows(string model, ReadOnlySpan<byte> content)
    {
        var reader = new AssetReader(model, content, "RNW1"u8);
        var count = reader.Number();
        if (reader.Number() != Width) throw reader.Broken();
        _hashes = reader.Values<ulong>(count).ToArray();
        _scales = reader.Values<float>(count).ToArray();
        _rows = reader.Values<sbyte>(count * Width).ToArray();
        _ranks = reader.Values<byte>(count).ToArray();
        reader.End();
    }

    /// <summary>Index of a word's row, or -1.</summary>
    public int Find(ulong hash) => Math.Max(-1, Array.BinarySearch(_hashes, hash));

    public int Rank(int row) => _ranks[row];

    public void Write(int row, Span<float> target)
    {
        var values = _rows.AsSpan(row * Width, Width);
        var scale = _scales[row];
        for (var i = 0; i < values.Length; i++) target[i] = values[i] * scale;
    }
}
