using System.Runtime.Intrinsics;

namespace Redaction.Text.Names;

/// <summary>One row of numbers for each of many words (words.bin).</summary>
internal sealed class WordRows
{
    public const int Width = 100;
    private readonly HashIndex _hashes;
    private readonly float[] _scales;
    private readonly sbyte[] _rows;
    private readonly byte[] _ranks;

    public WordRows(string model, ReadOnlySpan<byte> content)
    {
        var reader = new AssetReader(model, content, "RNW1"u8);
        var count = reader.Number();
        if (reader.Number() != Width) throw reader.Broken();
        _hashes = new(reader.Values<ulong>(count));
        _scales = reader.Values<float>(count).ToArray();
        _rows = reader.Values<sbyte>(count * Width).ToArray();
        _ranks = reader.Values<byte>(count).ToArray();
        reader.End();
    }

    /// <summary>Index of a word's row, or -1.</summary>
    public int Find(ulong hash) => _hashes.Find(hash);

    public int Rank(int row) => _ranks[row];

    public void Write(int row, Span<float> target)
    {
        var values = _rows.AsSpan(row * Width, Width);
        var scale = _scales[row];
        var at = 0;
        for (; at + Vector128<sbyte>.Count <= values.Length; at += Vector128<sbyte>.Count)
        {
            var (low, high) = Vector128.Widen(Vector128.Create(values[at..]));
            Write(low, scale, target[at..]);
            Write(high, scale, target[(at + Vector128<short>.Count)..]);
        }
        for (; at < values.Length; at++) target[at] = values[at] * scale;
    }

    private static void Write(Vector128<short> values, float scale, Span<float> target)
    {
        var (low, high) = Vector128.Widen(values);
        (Vector128.ConvertToSingle(low) * scale).CopyTo(target);
        (Vector128.ConvertToSingle(high) * scale).CopyTo(target[Vector128<int>.Count..]);
    }
}
