using Parquet;
using Parquet.Schema;

namespace Redaction.Documents.Columns;

/// <summary>A column of numbers, dates or other values of one size.</summary>
/// <param name="leaf">The column.</param>
/// <param name="values">The values that are there.</param>
/// <param name="definitions">Their definition levels; null where all are there.</param>
/// <param name="repetitions">Their repetition levels; null where none repeats.</param>
/// <param name="write">Their text; null for values that are structure.</param>
/// <param name="read">The value of a text; null where there is none.</param>
internal sealed class ParquetValues<T>(
    DataField leaf, T[] values, int[]? definitions, int[]? repetitions, Func<T, string>? write, Func<string, T?>? read)
    : ParquetColumn(leaf, definitions, repetitions, values.Length)
    where T : struct
{
    private const int ShortestNumber = 7;
    private readonly HashSet<int> _nulls = [];

    public override ReadOnlyMemory<char> TextOf(int value)
    {
        if (write is null) return default;
        var text = write(values[value]);
        return IsTyped || text.Count(char.IsAsciiDigit) >= ShortestNumber ? text.AsMemory() : default;
    }

    public override void Replace(int value, string text)
    {
        if (read!(text) is { } other) values[value] = other;
        else Erase(value);
    }

    public override void Erase(int value)
    {
        if (Field.IsNullable) _nulls.Add(value);
        else values[value] = default;
    }

    public override Task WriteAsync(ParquetRowGroupWriter group, CancellationToken cancellation) =>
        WriteAsync(group, values, _nulls, cancellation);
}
