namespace Redaction.Text;

/// <summary>The data types of the rows of a table, by what stands in some of their cells.</summary>
internal sealed class CsvRecordTypes(DocumentJob job)
{
    private readonly List<(int Column, RecordType Type)> _asked = [];

    /// <summary>Takes the names of the columns.</summary>
    public void Name(List<string> columns)
    {
        foreach (var type in job.RecordTypes)
            for (var i = 0; i < columns.Count; i++)
                if (FieldPattern.Matches(type.Field, columns[i])) _asked.Add((i, type));
    }

    /// <summary>The data type of a row: that of the first entry whose field holds one of its values, else that of the context.</summary>
    public string? Of(ReadOnlySpan<char> buffer, CsvRecord record)
    {
        foreach (var (column, type) in _asked)
        {
            if (column >= record.Cells.Count) continue;
            var cell = record.Cells[column];
            var text = buffer[cell.Start..cell.End].ToString();
            if (type.Equal.Contains(cell.Quoted ? text.Replace("\"\"", "\"", StringComparison.Ordinal) : text)) return type.Is;
        }
        return job.Context.DataType;
    }
}
