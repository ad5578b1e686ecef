namespace Redaction.Text;

/// <summary>
/// Looks in a text that arrives in pieces for data that is no text, tells the ledger, and overwrites it where it is to be erased.
/// </summary>
internal sealed class OpaqueScanner(SearchLedger ledger)
{
    private const int LongestHead = 1100;
    private readonly List<UnsearchedPlace> _places = [];
    private long _begin = -1;
    private long _last = -1;
    private long _done;
    private long _length;
    private long _further;
    private int _line;
    private OpaqueForm _form;
    private bool _isOpen;
    private bool _isBinary;

    /// <summary>Takes in a piece.</summary>
    /// <param name="buffer">What is held of the text; the piece is at its end.</param>
    /// <param name="from">Where the piece begins.</param>
    /// <param name="offset">Place of the buffer in the text.</param>
    public void Scan(Span<char> buffer, int from, long offset)
    {
        var at = _isOpen ? Take(buffer, from) : (int)Math.Max(Math.Max(0, from - LongestHead), _done - offset);
        while (at < buffer.Length && OpaqueData.NextStart(buffer, at, out var form) is var start and >= 0)
        {
            at = start + 1;
            if (offset + start <= _last) continue;
            (_last, _begin, _form) = (offset + start, offset + start, form);
            (_length, _line, _isOpen, _isBinary) = (0, 0, true, false);
            at = Math.Max(at, Take(buffer, start));
        }
        _done = offset + Math.Min(at, buffer.Length);
    }

    /// <summary>Tells the ledger, after all was counted.</summary>
    public void End()
    {
        if (_isOpen) Finish();
        foreach (var place in _places) ledger.TakeBack(place);
        if (_further > 0) ledger.TakeBack(new(OpaqueData.Kind, _further, ledger.Choice));
    }

    private int Take(Span<char> buffer, int start)
    {
        var end = OpaqueRun.End(buffer, start, _form, ref _line);
        var part = buffer[start..end];
        _length += part.Length;
        _isBinary |= OpaqueData.IsBinary(part, _form);
        if (ledger.Choice == UnsearchedChoice.Erase && _isBinary && _length >= OpaqueData.Shortest) Overwrite(part);
        if (end < buffer.Length) Finish();
        return end;
    }

    /// <summary>Zeros in base64, and nothing in any other form: whatever reads the file still can, and every other place stays where
    /// it is.</summary>
    public static void Overwrite(Span<char> part)
    {
        foreach (ref var c in part)
            if (c is not ('\r' or '\n' or ' ' or '\t' or '=')) c = 'A';
    }

    private void Finish()
    {
        _isOpen = false;
        if (_length < OpaqueData.Shortest || !_isBinary) return;
        if (_places.Count < SearchLedger.MostPlaces) _places.Add(new(OpaqueData.Kind, _length, ledger.Choice) { Offset = _begin });
        else _further += _length;
    }
}
