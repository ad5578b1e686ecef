using System.Buffers;

namespace Redaction.Text;

/// <summary>
/// Works through one text in windows. The buffer holds a margin of text already written,
/// then text still to write. A round plans over all of it and writes up to a cut that lies a margin before the end and inside no planned
/// item; the next round sees a margin of text before the cut. As no detector looks further than the margin,
/// each value is planned with everything it depends on. Rounds begin when the buffer is full,
/// at places that depend on the text alone and not on the pieces in which it arrives.
/// </summary>
internal sealed class WindowRounds : IDisposable
{
    private const int MaxBuffer = 1 << 25;
    private readonly ArrayBufferWriter<char> _redacted = new();
    private readonly DocumentJob _job;
    private readonly ITextReading _reading;
    private readonly OpaqueScanner? _opaque;
    private readonly int _margin;
    private readonly int _window;
    private char[] _buffer;
    private int _capacity;
    private int _length;
    private int _cut;
    private long _offset;

    public WindowRounds(int window, int margin, DocumentJob job, ITextReading reading, OpaqueScanner? opaque = null)
    {
        (_window, _margin, _job, _reading, _opaque) = (window, margin, job, reading, opaque);
        _capacity = window + 2 * margin;
        _buffer = ArrayPool<char>.Shared.Rent(_capacity);
    }

    /// <summary>Room for text; when it is full, a round must follow.</summary>
    public Span<char> Free => _buffer.AsSpan(_length, _capacity - _length);

    /// <summary>Characters in the buffer.</summary>
    public int Length => _length;

    /// <summary>Where the buffer begins in the text.</summary>
    public long Offset => _offset;

    /// <summary>Where the window after this one begins, which the text alone tells: at a line or a word. 0 where windows are too small
    /// for that.</summary>
    /// <param name="text">A window of full length.</param>
    /// <param name="window">Characters that are worked through at a time.</param>
    /// <param name="margin">Characters of context on both sides of a cut.</param>
    public static int NextStart(ReadOnlySpan<char> text, int window, int margin)
    {
        if (window <= margin) return 0;
        var latest = window - margin / 2; // a cut may lie half a margin earlier and still has a margin before it
        var near = text[(latest - margin / 4)..latest];
        var start = near.LastIndexOf('\n');
        if (start < 0) start = near.LastIndexOf(' ');
        if (start >= 0) return latest - near.Length + start + 1;
        return char.IsLowSurrogate(text[latest]) ? latest - 1 : latest;
    }

    /// <summary>Takes in text that was put into <see cref="Free"/>.</summary>
    public void Advance(int count)
    {
        _length += count;
        _opaque?.Scan(_buffer.AsSpan(0, _length), _length - count, _offset);
    }

    /// <summary>Plans what is there and writes what is sure; all of it when it is the last round.</summary>
    /// <exception cref="RedactionException">A detector or operator failed, or one finding is larger than the memory limit.</exception>
    /// <param name="isLast">No more text comes.</param>
    /// <param name="output">Receives what is sure.</param>
    /// <param name="planned">The plan of what is there, where it was made before.</param>
    public void Run(bool isLast, TextWriter output, RedactionPlan<TextSpan>? planned = null)
    {
        _job.Cancellation.ThrowIfCancellationRequested();
        var text = _buffer.AsSpan(0, _length);
        var plan = planned ?? _reading.Plan(text, isLast);
        var next = isLast ? _length : _reading.CutBefore(text, _length - _margin, plan);
        if (next <= _cut && !isLast)
        {
            Grow();
            return;
        }
        plan = Between(plan, _cut, next);
        _job.Redactor.Writer.Observe(text, plan);
        _redacted.ResetWrittenCount();
        _reading.Write(text, TextSpan.FromBounds(_cut, next), plan, _redacted);
        output.Write(_redacted.WrittenSpan);
        _job.Observer.OnPlan(new DocumentPlace(Offset: _offset), plan, text);
        var drop = DropBefore(text, next, plan);
        _reading.Drop(drop);
        text[drop..].CopyTo(_buffer);
        _offset += drop;
        _length -= drop;
        _cut = next - drop;
    }

    /// <summary>How much of the text the next window needs no more.</summary>
    private int DropBefore(ReadOnlySpan<char> text, int cut, RedactionPlan<TextSpan> plan)
    {
        if (_reading.StartsAnywhere && _length == _window + 2 * _margin
            && NextStart(text, _window, _margin) is > 0 and var start && cut - start >= _margin) return start;
        return _reading.CutBefore(text, Math.Max(0, cut - _margin), plan);
    }

    public void Dispose()
    {
        if (_buffer.Length == 0) return;
        ArrayPool<char>.Shared.Return(_buffer, clearArray: true);
        _buffer = [];
        _redacted.Clear();
        _reading.Clear();
    }

    private static RedactionPlan<TextSpan> Between(RedactionPlan<TextSpan> plan, int start, int end) => new(
        plan.PolicyId,
        [.. plan.Items.Where(i => i.Finding.Region.End > start && i.Finding.Region.Start < end).Select(i => Clip(i, start))],
        plan.KeptRegions.Count(r => r.Start >= start && r.Start < end));

    /// <summary>An item that begins before the cut can only be one that context beyond the margin has moved:
    /// what is left of it is still redacted.</summary>
    private static PlannedRedaction<TextSpan> Clip(PlannedRedaction<TextSpan> item, int start)
    {
        var span = item.Finding.Region;
        return span.Start >= start ? item : item with { Finding = item.Finding with { Region = TextSpan.FromBounds(start, span.End) } };
    }

    private void Grow()
    {
        if (_capacity > MaxBuffer)
            throw new RedactionException(ErrorCodes.TooLarge, "text", "One finding is larger than the memory limit.");
        var larger = ArrayPool<char>.Shared.Rent(_capacity * 2);
        _buffer.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<char>.Shared.Return(_buffer, clearArray: true);
        (_buffer, _capacity) = (larger, _capacity * 2);
    }
}
