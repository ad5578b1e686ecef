using System.Buffers;
using System.Runtime.InteropServices;

namespace Redaction.Text;

/// <summary>Some whole records of a table.</summary>
/// <param name="buffer">The records, and what was read behind them.</param>
/// <param name="length">Characters of the records.</param>
/// <param name="available">Characters in the buffer.</param>
/// <param name="isLast">Nothing follows.</param>
/// <param name="index">Number of the piece.</param>
internal sealed class CsvPiece(char[] buffer, int length, int available, bool isLast, long index) : AheadPiece
{
    private readonly List<List<RedactionPlan<TextSpan>>?> _records = [];

    /// <summary>Characters of the records.</summary>
    public int Length => length;

    /// <summary>Number of the piece.</summary>
    public long Index => index;

    /// <summary>The records, as they lie in memory.</summary>
    public ReadOnlySpan<byte> Content => MemoryMarshal.AsBytes(buffer.AsSpan(0, length));

    /// <summary>True when nothing follows.</summary>
    public bool IsLast => isLast;

    /// <summary>What begins at a place: a record that starts before <see cref="Length"/>, and what comes behind it.</summary>
    public Memory<char> From(int start) => buffer.AsMemory(start, available - start);

    /// <summary>Plans the cells, on any thread; a record that cannot be planned is worked on when its turn comes.</summary>
    public void Plan(CsvTable planner, PlanLog log)
    {
        var record = new CsvRecord();
        for (var done = 0; done < length && record.TryRead(From(done).Span, planner.Delimiter, isLast); done += record.Length)
            _records.Add(planner.PlanCells(buffer.AsSpan(done, record.Length), record, log));
    }

    /// <summary>The plans of a record by its place; null where it was not planned.</summary>
    public List<RedactionPlan<TextSpan>>? PlansOf(int record) => record < _records.Count ? _records[record] : null;

    public override void Dispose() => ArrayPool<char>.Shared.Return(buffer, clearArray: true);
}
