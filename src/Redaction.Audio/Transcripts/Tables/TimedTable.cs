using System.Collections.Immutable;

namespace Redaction.Audio;

/// <summary>Tables of what was said: a column of words or sentences, and columns of their times, as speech tools export them.</summary>
internal sealed class TimedTable : ITranscriptFormat
{
    /// <summary>Its id.</summary>
    public const string FormatId = "timed-table";

    /// <inheritdoc/>
    public string Id => FormatId;

    /// <inheritdoc/>
    public string Description => "CSV and TSV with a column of words or sentences and columns of their times, from any recogniser.";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions => [".csv", ".tsv"];

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head)
    {
        var start = head.StartsWith("\uFEFF"u8) ? 3 : 0;
        var row = new TableRow();
        var delimiter = TableRow.DelimiterOf(head[start..]);
        if (!row.Read(head, start, delimiter) || TimedTableColumns.Of(head, row) is not { } columns) return false;
        int rows = 0, places = 0, falls = 0;
        decimal last = 0;
        for (var at = row.End; at < head.Length && row.Read(head, at, delimiter); at = row.End)
        {
            if (rows > 0 && row.End == head.Length) break; // it may be cut off
            if (columns.From(head, row) is not { } from || columns.To(head, row) is not { } to || row.Count <= columns.Text)
            {
                if (rows == 0) return false;
                break; // whoever reads it will say so
            }
            var length = columns.IsLength ? to.Value : to.Value - from.Value;
            if (from.IsWhole && IsPlace(from.Value, length, row[columns.Text].Length, columns.IsLabelled)) places++;
            if (from.Value < last) falls++;
            (last, rows) = (from.Value, rows + 1);
        }
        return rows > 0 && places * 2 <= rows && falls * 4 <= rows;
    }

    /// <summary>True for numbers that are a place in a text rather than times: as far apart as the text is long, or within it where a label
    /// says what stands there.</summary>
    private static bool IsPlace(decimal from, decimal length, int text, bool isLabelled) =>
        length - text is 0 or 1 || (isLabelled && length > 0 && from + length <= text);

    /// <inheritdoc/>
    public Transcript Read(byte[] content)
    {
        var start = content.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0;
        var delimiter = TableRow.DelimiterOf(content.AsSpan(start));
        var row = new TableRow();
        if (!row.Read(content, start, delimiter) || TimedTableColumns.Of(content, row) is not { } columns) throw Malformed(1);
        var reader = new TimedTableReader(content, columns);
        reader.AddHeader(row);
        for (var (at, number) = (row.End, 2); at < content.Length; at = row.End, number++)
        {
            if (!row.Read(content, at, delimiter)) throw Malformed(number);
            reader.Add(row, number);
        }
        return reader.Build();
    }

    /// <summary>A record that cannot be read.</summary>
    public static RedactionException Malformed(int record) => new(ErrorCodes.Malformed, FormatId, $"Record {record} cannot be read.");
}
