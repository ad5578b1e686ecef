using Redaction.Text;

namespace Redaction.Documents.Columns;

/// <summary>A row: where its values are, and what was planned for them.</summary>
internal sealed class ParquetRow
{
    private string? _type;
    private bool _hasType;

    /// <summary>The values, by their number in their column.</summary>
    public List<(ParquetColumn Column, int Value)> Values { get; } = [];

    /// <summary>The plans of the values; null before they are made.</summary>
    public RecordPlans? Plans { get; set; }

    /// <summary>Sees by its fields of what data type the row is.</summary>
    public void Resolve(DocumentJob job)
    {
        foreach (var type in job.RecordTypes)
        {
            foreach (var (column, value) in Values)
            {
                if (!FieldPattern.Matches(type.Field, column.Path) || !type.Equal.Contains(column.TextOf(value).ToString())) continue;
                (_type, _hasType) = (type.Is, true);
                return;
            }
        }
    }

    /// <summary>The context of a value of the row.</summary>
    public RedactionContext ContextOf(ParquetColumn column) => _hasType ? column.Context with { DataType = _type } : column.Context;
}
