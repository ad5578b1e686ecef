using System.Buffers;
using Redaction.Text;

namespace Redaction.Documents.Columns;

/// <summary>Redacts the rows of a row group: what is taken out of one column is taken out of all of a row.</summary>
internal sealed class ParquetRows(DocumentJob job, List<ParquetColumn> columns, long firstRow)
{
    private const int RowsAPiece = 64;
    private readonly ArrayBufferWriter<char> _written = new();
    private readonly int[] _entries = new int[columns.Count];
    private readonly int[] _values = new int[columns.Count];

    public void Redact()
    {
        EraseOpaque();
        using var queue = new AheadQueue<ParquetPiece>(job.PlansAhead ? job.Share : null, Plan);
        var row = firstRow;
        for (var piece = Next(); piece is not null || !queue.IsEmpty;)
        {
            while (piece is not null && !queue.IsFull)
            {
                queue.Add(piece);
                piece = Next();
            }
            using var planned = queue.Next();
            foreach (var record in planned.Rows)
            {
                job.Cancellation.ThrowIfCancellationRequested();
                Write(record, ++row);
            }
        }
    }

    /// <summary>Cuts off the next rows: for each of them the places of its values, column by column.</summary>
    private ParquetPiece? Next()
    {
        var piece = new ParquetPiece();
        while (piece.Rows.Count < RowsAPiece && _entries[0] < columns[0].Entries)
        {
            var row = new ParquetRow();
            for (var c = 0; c < columns.Count; c++)
            {
                var column = columns[c];
                do
                {
                    if (!column.HasValue(_entries[c]++)) continue;
                    var value = _values[c]++;
                    if (column.IsIncluded && !column.IsOpaque) row.Values.Add((column, value));
                }
                while (_entries[c] < column.Entries && !column.BeginsRow(_entries[c]));
            }
            piece.Rows.Add(row);
        }
        return piece.Rows.Count > 0 ? piece : null;
    }

    private void Plan(ParquetPiece piece)
    {
        foreach (var row in piece.Rows)
        {
            row.Resolve(job);
            var plans = new RecordPlans(job.Redactor, isAhead: true);
            plans.Begin();
            foreach (var (column, value) in row.Values)
                if (column.TextOf(value) is { IsEmpty: false } text) plans.Gather(text.Span, row.ContextOf(column));
            plans.Settle();
            row.Plans = plans;
        }
    }

    private void Write(ParquetRow row, long number)
    {
        if (row.Plans is null) Plan(new ParquetPiece { Rows = { row } });
        var plans = row.Plans!;
        plans.Observe(job.Redactor);
        foreach (var (column, value) in row.Values)
        {
            var text = column.TextOf(value);
            if (text.IsEmpty) continue;
            var plan = plans.Next(text.Span, column.Context);
            if (!plan.Items.IsEmpty || plan.Kept > 0) job.Observer.OnPlan(new DocumentPlace(number, column.Path), plan, text.Span);
            if (plan.Items.IsEmpty) continue;
            column.Replace(value, Redacted(text.Span, plan));
        }
        plans.Clear();
    }

    private string Redacted(ReadOnlySpan<char> text, RedactionPlan<TextSpan> plan)
    {
        _written.ResetWrittenCount();
        var position = 0;
        foreach (ref readonly var item in plan.Items.AsSpan())
        {
            var span = item.Finding.Region;
            _written.Write(text[position..span.Start]);
            job.Redactor.Writer.WriteReplacement(text.Slice(span.Start, span.Length), in item, _written);
            position = span.End;
        }
        _written.Write(text[position..]);
        return _written.WrittenSpan.ToString();
    }

    /// <summary>Accounts for every place, and takes out what nothing can search where the policy says so.</summary>
    private void EraseOpaque()
    {
        foreach (var column in columns)
        {
            var row = firstRow;
            for (var (entry, value) = (0, 0); entry < column.Entries; entry++)
            {
                if (column.BeginsRow(entry)) row++;
                if (!column.HasValue(entry)) job.Account.AddStructure(1);
                else if (!column.IsIncluded) job.Account.AddExcluded(1);
                else Count(column, value, row);
                if (column.HasValue(entry)) value++;
            }
        }
    }

    private void Count(ParquetColumn column, int value, long row)
    {
        if (column.IsEmpty(value))
        {
            job.Account.AddStructure(1);
            return;
        }
        var text = column.TextOf(value);
        var isOpaque = column.IsOpaque || (text.Length >= OpaqueData.Shortest && OpaqueData.Find(text.Span, 0).Length > 0);
        if (!isOpaque)
        {
            job.Account.AddSearched(1);
            return;
        }
        job.Account.AddUnsearched(new(OpaqueData.Kind, 1, job.Account.Choice) { Line = row, Path = column.Path });
        if (job.Account.Choice == UnsearchedChoice.Erase) column.Erase(value);
    }
}
