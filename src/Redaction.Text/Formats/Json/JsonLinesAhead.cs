using System.Collections.Concurrent;

namespace Redaction.Text;

/// <summary>Redacts JSON Lines on every thread that is free: records are planned in pieces before their turn, and written one after the
/// other. What is written does not depend on the number of threads.</summary>
internal sealed class JsonLinesAhead(DocumentJob job, JsonWalker walker)
{
    private readonly ConcurrentBag<JsonWalker> _planners = [];
    private readonly ConcurrentBag<RecordPlans> _free = [];
    private readonly RecordGuard? _guard = job.LeavesOutBadRecords ? new(job) : null;

    public void Run(Stream input, Stream output)
    {
        using var pieces = new RecordPieces(input);
        using var queue = new AheadQueue<RecordPiece>(job.Share, Plan);
        using var record = new MemoryStream();
        while (true)
        {
            while (!pieces.IsAtEnd && !queue.IsFull)
            {
                if (pieces.Read() is not { } piece) continue;
                if (piece.Index == 0) walker.Header = JsonHeader.Of(piece.Lines.Span);
                queue.Add(piece);
            }
            if (queue.IsEmpty) break;
            using var next = queue.Next();
            Write(next, record, output);
        }
        record.GetBuffer().AsSpan().Clear();
        _guard?.End();
        foreach (var planner in _planners) planner.Clear();
    }

    private void Plan(RecordPiece piece)
    {
        if (!_planners.TryTake(out var planner)) planner = new(job.Ahead()) { Header = walker.Header };
        job.Plan(piece.Index, piece.Lines.Span, log => piece.Plan(planner, _free, log));
        _planners.Add(planner);
    }

    private void Write(RecordPiece piece, MemoryStream record, Stream output)
    {
        for (var (done, index) = (0, 0); done < piece.Lines.Length; index++)
        {
            job.Cancellation.ThrowIfCancellationRequested();
            var end = piece.LineEnd(done);
            var (line, planned) = (piece.Lines[done..end], piece.Record(index));
            done = end;
            walker.Line++;
            if (_guard is null)
            {
                JsonLines.Redact(line.Span, walker, output, job.Account, planned);
                continue;
            }
            record.SetLength(0);
            if (_guard.Try(walker.Line, line.Length, () => JsonLines.Redact(line.Span, walker, record, job.Account, planned)))
                output.Write(record.GetBuffer().AsSpan(0, (int)record.Length));
            else walker.Restart();
        }
    }
}
