using System.Buffers;
using System.Collections.Concurrent;

namespace Redaction.Text;

/// <summary>Some whole lines of a document.</summary>
internal sealed class RecordPiece(byte[] buffer, int length, long index) : AheadPiece
{
    private readonly List<PlannedRecord?> _records = [];
    private ConcurrentBag<RecordPlans>? _free;

    /// <summary>Number of the piece.</summary>
    public long Index => index;

    /// <summary>The lines.</summary>
    public Memory<byte> Lines => buffer.AsMemory(0, length);

    /// <summary>Plans the records, on any thread; one that cannot be planned is worked on when its turn comes.</summary>
    /// <param name="walker">Plans; belongs to one thread.</param>
    /// <param name="free">Plans that nobody uses any more; those of the piece go back there.</param>
    /// <param name="log">Takes the plans.</param>
    public void Plan(JsonWalker walker, ConcurrentBag<RecordPlans> free, PlanLog log)
    {
        _free = free;
        for (var (done, next) = (0, 0); done < length; done = next)
        {
            next = LineEnd(done);
            var line = buffer.AsSpan(done, next - done);
            if (index == 0 && done == 0 && line.StartsWith("\uFEFF"u8)) line = line[3..];
            _records.Add(walker.PlanRecord(line, free, log));
        }
    }

    /// <summary>The end of the line that begins at a place, its line feed included.</summary>
    public int LineEnd(int start)
    {
        var end = buffer.AsSpan(start, length - start).IndexOf((byte)'\n');
        return end < 0 ? length : start + end + 1;
    }

    /// <summary>A record by its place among the lines; null where it was not planned.</summary>
    public PlannedRecord? Record(int index) => index < _records.Count ? _records[index] : null;

    public override void Dispose()
    {
        foreach (var record in _records.OfType<PlannedRecord>())
        {
            record.Plans.Clear();
            _free!.Add(record.Plans);
        }
        _records.Clear();
        ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
    }
}
