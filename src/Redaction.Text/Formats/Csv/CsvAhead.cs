using System.Collections.Concurrent;

namespace Redaction.Text;

/// <summary>Redacts a table on every thread that is free: records are planned in pieces before their turn, and written one after the
/// other. What is written does not depend on the number of threads.</summary>
internal sealed class CsvAhead(DocumentJob job, StreamWriter writer) : IDisposable
{
    private readonly ConcurrentBag<CsvTable> _planners = [];
    private readonly CsvRecord _record = new();
    private readonly StringWriter _scratch = new();
    private readonly RecordGuard? _guard = job.LeavesOutBadRecords ? new(job) : null;
    private CsvTable? _table;

    public void Run(StreamReader reader)
    {
        using var pieces = new CsvPieces(reader);
        using var queue = new AheadQueue<CsvPiece>(job.Share, Plan);
        using (var first = pieces.Read()) // names the columns
        {
            var head = first.From(0).Span;
            var isWhole = first.IsLast && head.Length < CsvPieces.PieceLength;
            _table = Csv.Begin(job, head[..Math.Min(head.Length, CsvPieces.PieceLength)], isWhole);
            Write(first);
        }
        while (true)
        {
            while (!pieces.IsAtEnd && !queue.IsFull) queue.Add(pieces.Read());
            if (queue.IsEmpty) break;
            using var next = queue.Next();
            Write(next);
        }
        _guard?.End();
    }

    public void Dispose()
    {
        _scratch.GetStringBuilder().Clear();
        _scratch.Dispose();
    }

    private void Plan(CsvPiece piece)
    {
        if (!_planners.TryTake(out var planner)) planner = _table!.Planner();
        job.Plan(piece.Index, piece.Content, log => piece.Plan(planner, log));
        _planners.Add(planner);
    }

    private void Write(CsvPiece piece)
    {
        for (var (done, index) = (0, 0); done < piece.Length; done += _record.Length, index++)
        {
            var rest = piece.From(done);
            if (!Csv.TryRead(rest.Span, _record, _table!, piece.IsLast, _guard)) break;
            job.Cancellation.ThrowIfCancellationRequested();
            var (raw, plans) = (rest[.._record.Length], piece.PlansOf(index));
            if (_guard is null) _table!.Write(raw.Span, _record, writer, plans);
            else if (_record.Cells.Count > 0) Csv.Write(raw, _record, _table!, _guard, _scratch, writer, plans);
        }
    }
}
