using System.Buffers;

namespace Redaction.Text;

/// <summary>Leaves columns out of delimited text; the other cells stay as they are written.</summary>
internal sealed class CsvProjection(FieldProjection fields)
{
    private readonly List<bool> _keeps = [];
    private readonly List<string> _names = [];
    private bool _hasHeader;

    public void Run(Stream input, Stream output)
    {
        var (reader, writer) = TextEncoding.Open(input, output, new SearchLedger());
        using (reader)
        using (writer)
        {
            var buffer = ArrayPool<char>.Shared.Rent(1 << 16);
            try
            {
                Run(reader, writer, ref buffer);
            }
            finally
            {
                ArrayPool<char>.Shared.Return(buffer, clearArray: true);
            }
        }
    }

    private void Run(StreamReader reader, StreamWriter writer, ref char[] buffer)
    {
        var record = new CsvRecord();
        var (length, delimiter) = (0, '\0');
        for (var ended = false; !ended;)
        {
            length += TextEncoding.Read(reader, buffer.AsSpan(length));
            ended = length < buffer.Length;
            if (delimiter == '\0') delimiter = Csv.DelimiterOf(buffer.AsSpan(0, length));
            var done = 0;
            while (done < length && record.TryRead(buffer.AsSpan(done, length - done), delimiter, ended))
            {
                Write(buffer.AsSpan(done, record.Length), record, delimiter, writer);
                done += record.Length;
            }
            if (done == 0 && !ended) Csv.Grow(ref buffer, length);
            buffer.AsSpan(done, length - done).CopyTo(buffer);
            length -= done;
        }
    }

    private void Write(ReadOnlySpan<char> buffer, CsvRecord record, char delimiter, StreamWriter output)
    {
        var isHeader = !_hasHeader;
        if (isHeader) NameColumns(buffer, record);
        var (written, isFirst) = (0, true);
        for (var i = 0; i < record.Cells.Count; i++)
        {
            var cell = record.Cells[i];
            var quote = cell.Quoted ? 1 : 0;
            if (i >= _keeps.Count ? fields.IsOnly : !_keeps[i]) // more cells than columns: nobody can say what they are
            {
                if (!isHeader && cell.End > cell.Start) fields.Dropped.Add(i < _names.Count ? _names[i] : "cells without a column");
                continue;
            }
            if (!isFirst) output.Write(delimiter);
            var raw = buffer[(cell.Start - quote)..(cell.End + quote)];
            output.Write(raw);
            written += raw.Length + (isFirst ? 0 : 1);
            isFirst = false;
        }
        var lineEnd = LineEnd(buffer);
        output.Write(lineEnd);
        fields.Dropped.Amount += buffer.Length - written - lineEnd.Length;
    }

    private static ReadOnlySpan<char> LineEnd(ReadOnlySpan<char> record) =>
        record.EndsWith("\r\n") ? "\r\n" : record.EndsWith('\n') ? "\n" : record.EndsWith('\r') ? "\r" : "";

    private void NameColumns(ReadOnlySpan<char> buffer, CsvRecord record)
    {
        _hasHeader = true;
        foreach (var cell in record.Cells)
        {
            var name = buffer[cell.Start..cell.End].ToString().Replace("\"\"", "\"", StringComparison.Ordinal);
            _names.Add(name);
            _keeps.Add(fields.Names(name) == fields.IsOnly);
        }
        if (fields.IsOnly && !_keeps.Contains(true))
            throw new RedactionException(ErrorCodes.NoSuchField, "fields", "None of the fields that leave is a column of the table.");
    }
}
