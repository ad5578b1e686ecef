using Parquet;
using Parquet.Schema;

namespace Redaction.Documents.Columns;

/// <summary>A column of bytes, which nothing can search.</summary>
internal sealed class ParquetBytes(DataField leaf, ReadOnlyMemory<byte>[] values, int[]? definitions, int[]? repetitions)
    : ParquetColumn(leaf, definitions, repetitions, values.Length)
{
    public override bool IsOpaque => true;

    public override bool IsEmpty(int value) => values[value].IsEmpty;

    public override ReadOnlyMemory<char> TextOf(int value) => default;

    public override void Replace(int value, string text) => Erase(value);

    public override void Erase(int value) => values[value] = default;

    public override Task WriteAsync(ParquetRowGroupWriter group, CancellationToken cancellation) =>
        WriteAsync(group, values, [], cancellation);
}
