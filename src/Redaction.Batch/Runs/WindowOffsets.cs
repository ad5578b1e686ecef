using System.Buffers;

namespace Redaction.Batch;

/// <summary>Turns places of a text that arrives in overlapping windows into offsets of another unit.
/// Remembers the last window for that.</summary>
internal sealed class WindowOffsets(OffsetUnit unit)
{
    private char[] _last = [];
    private int _length;
    private long _start;
    private long _startInUnits;

    /// <summary>Takes the window that begins at so many UTF-16 code units of the document.</summary>
    public void Enter(long start, ReadOnlySpan<char> window)
    {
        if (start == 0) _startInUnits = 0;
        else if (start < _start || start > _start + _length)
            throw new RedactionException(ErrorCodes.ComponentFailed, "scan", "The windows of the text do not follow each other.");
        else _startInUnits += TextUnits.Count(_last.AsSpan(0, (int)(start - _start)), unit);
        _start = start;
        if (_last.Length < window.Length)
        {
            Release();
            _last = ArrayPool<char>.Shared.Rent(window.Length);
        }
        window.CopyTo(_last);
        _length = window.Length;
    }

    /// <summary>The offset of a place in the current window.</summary>
    public long Of(int place) => _startInUnits + TextUnits.Count(_last.AsSpan(0, place), unit);

    /// <summary>Forgets the text.</summary>
    public void Release()
    {
        if (_last.Length > 0) ArrayPool<char>.Shared.Return(_last, clearArray: true);
        _last = [];
    }
}
