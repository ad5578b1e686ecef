using System.Numerics;
using System.Runtime.InteropServices;

namespace Redaction.Text.Names;

/// <summary>A trained table with one row for each bucket (tables.bin).</summary>
internal sealed class FeatureTable
{
    private readonly float[] _values;

    public FeatureTable(ref AssetReader reader, int rows, int width)
    {
        if (reader.Number() != rows || reader.Number() != width) throw reader.Broken();
        Rows = rows;
        Width = width;
        _values = new float[rows * width];
        var scales = reader.Values<float>(rows);
        var raw = reader.Values<sbyte>(rows * width);
        for (var i = 0; i < _values.Length; i++) _values[i] = raw[i] * scales[i / width];
    }

    public int Rows { get; }

    public int Width { get; }

    public ReadOnlySpan<float> Row(ulong hash) => _values.AsSpan(Fnv.Bucket(hash, Rows) * Width, Width);

    /// <summary>Adds a row to <paramref name="target"/>.</summary>
    public void AddTo(ulong hash, Span<float> target)
    {
        var row = MemoryMarshal.Cast<float, Vector<float>>(Row(hash));
        var sums = MemoryMarshal.Cast<float, Vector<float>>(target);
        for (var i = 0; i < row.Length; i++) sums[i] += row[i];
    }
}
