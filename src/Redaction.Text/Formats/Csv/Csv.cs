using System.Buffers;
using System.Collections.Immutable;

namespace Redaction.Text;

/// <summary>Delimited text. See README.md in this folder.</summary>
internal sealed class Csv : IDocumentFormat
{
    private const int FirstBuffer = 1 << 16;
    private const int MaxRecord = 64 << 20;

    /// <inheritdoc/>
    public string Id => "csv";

    /// <inheritdoc/>
    public string Description => "CSV and TSV: cells are redacted; delimiters, quotes and line ends stay. Column names are the fields.";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions { get; } = [".csv", ".tsv", ".tab", ".psv"];

    /// <inheritdoc/>
    public ImmutableArray<string> MediaTypes { get; } = ["text/csv", "text/tab-separated-values"];

    /// <inheritdoc/>
    public void Redact(Stream input, Stream output, DocumentJob job)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(job);
        job = job.Begin("characters");
        var (reader, writer) = TextEncoding.Open(input, output, job.Account);
        using (reader)
        using (writer)
        {
            if (job.PlansAhead)
            {
                using var ahead = new CsvAhead(job, writer);
                ahead.Run(reader);
            }
            else Run(reader, writer, job);
        }
        job.End(this);
    }

    private static void Run(StreamReader reader, StreamWriter writer, DocumentJob job)
    {
        var buffer = ArrayPool<char>.Shared.Rent(FirstBuffer);
        try
        {
            Run(reader, writer, job, ref buffer);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer, clearArray: true);
        }
    }

    private static void Run(StreamReader reader, StreamWriter writer, DocumentJob job, ref char[] buffer)
    {
        var record = new CsvRecord();
        CsvTable? table = null;
        var guard = job.LeavesOutBadRecords ? new RecordGuard(job) : null;
        using var scratch = new StringWriter();
        var length = 0;
        for (var ended = false; !ended;)
        {
            length += TextEncoding.Read(reader, buffer.AsSpan(length));
            ended = length < buffer.Length;
            table ??= Begin(job, buffer.AsSpan(0, length), ended);
            var done = 0;
            while (done < length && TryRead(buffer.AsSpan(done, length - done), record, table, ended, guard))
            {
                job.Cancellation.ThrowIfCancellationRequested();
                if (guard is null) table.Write(buffer.AsSpan(done, record.Length), record, writer);
                else if (record.Cells.Count > 0) Write(buffer.AsMemory(done, record.Length), record, table, guard, scratch, writer);
                done += record.Length;
            }
            if (done == 0 && !ended) Grow(ref buffer, length);
            buffer.AsSpan(done, length - done).CopyTo(buffer);
            length -= done;
        }
        scratch.GetStringBuilder().Clear();
        guard?.End();
    }

    /// <summary>A quoted cell that does not end takes the rest of the file with it.</summary>
    internal static bool TryRead(ReadOnlySpan<char> rest, CsvRecord record, CsvTable table, bool ended, RecordGuard? guard)
    {
        try
        {
            return record.TryRead(rest, table.Delimiter, ended);
        }
        catch (RedactionException e) when (guard is not null)
        {
            guard.LeaveOut(table.Line + 1, rest.Length, e);
            record.Skip(rest.Length);
            return true;
        }
    }

    /// <summary>Writes a record, or leaves it out.</summary>
    internal static void Write(
        Memory<char> raw, CsvRecord record, CsvTable table, RecordGuard guard, StringWriter scratch, StreamWriter writer,
        List<RedactionPlan<TextSpan>>? plans = null)
    {
        var text = scratch.GetStringBuilder().Clear();
        if (!guard.Try(table.Line + 1, raw.Length, () => table.Write(raw.Span, record, scratch, plans))) return;
        foreach (var chunk in text.GetChunks()) writer.Write(chunk.Span);
    }

    /// <summary>A table, of which the first records are known.</summary>
    internal static CsvTable Begin(DocumentJob job, ReadOnlySpan<char> head, bool ended)
    {
        var titles = CsvTitles.Of(head);
        var delimiter = DelimiterOf(head);
        return new(job, delimiter, new CsvColumns(head[titles.Length..], delimiter, ended), titles.Count);
    }

    /// <summary>The sign that stands most often in the first line, or in the header below a title; quotes left out.</summary>
    internal static char DelimiterOf(ReadOnlySpan<char> head)
    {
        if (CsvTitles.Of(head) is { Count: > 0 } titles) return titles.Delimiter;
        const string candidates = ",;\t|";
        Span<int> counts = stackalloc int[candidates.Length];
        var quoted = false;
        foreach (var c in head)
        {
            if (c == '"') quoted = !quoted;
            else if (!quoted && c is '\n' or '\r') break;
            else if (!quoted && candidates.IndexOf(c, StringComparison.Ordinal) is var i and >= 0) counts[i]++;
        }
        var best = 0;
        for (var i = 1; i < counts.Length; i++)
            if (counts[i] > counts[best]) best = i;
        return candidates[best];
    }

    internal static void Grow(ref char[] buffer, int length)
    {
        if (buffer.Length > MaxRecord)
            throw new RedactionException(ErrorCodes.TooLarge, "csv", "One record is larger than 64 Mi characters.");
        var larger = ArrayPool<char>.Shared.Rent(buffer.Length * 2);
        buffer.AsSpan(0, length).CopyTo(larger);
        ArrayPool<char>.Shared.Return(buffer, clearArray: true);
        buffer = larger;
    }
}
