using Parquet;
using Parquet.Schema;

namespace Redaction.Documents.Columns;

/// <summary>A column of texts.</summary>
internal sealed class ParquetTexts(DataField leaf, ReadOnlyMemory<char>[] values, int[]? definitions, int[]? repetitions)
    : ParquetColumn(leaf, definitions, repetitions, values.Length)
{
    public override ReadOnlyMemory<char> TextOf(int value) => values[value];

    public override void Replace(int value, string text) => values[value] = text.AsMemory();

    public override void Erase(int value) => values[value] = default;

    public override Task WriteAsync(ParquetRowGroupWriter group, CancellationToken cancellation) =>
        WriteAsync(group, values, [], cancellation);
}
