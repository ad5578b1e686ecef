using System.Buffers;

namespace Redaction.Text;

/// <summary>Reads a text ahead and has the windows planned that the rounds will come to, on every thread that is free. A plan is used
/// only where the rounds stand at the very window, so that what is written does not depend on the number of threads.</summary>
internal sealed class WindowsAhead : IDisposable
{
    private readonly StreamReader _reader;
    private readonly DocumentJob _job;
    private readonly OpaqueScanner _opaque;
    private readonly AheadQueue<WindowPiece> _queue;
    private readonly char[] _buffer;
    private readonly int _window;
    private readonly int _margin;
    private readonly int _capacity;
    private int _length;
    private int _filled;
    private long _count;
    private long _offset;
    private volatile bool _isAstray;

    /// <param name="reader">The text behind its first window.</param>
    /// <param name="job">What is to be done.</param>
    /// <param name="reading">Plans windows on any thread.</param>
    /// <param name="first">The first window.</param>
    /// <param name="window">Characters that are worked through at a time.</param>
    /// <param name="margin">Characters of context on both sides of a cut.</param>
    public WindowsAhead(StreamReader reader, DocumentJob job, ITextReading reading, ReadOnlySpan<char> first, int window, int margin)
    {
        (_reader, _job, _window, _margin, _capacity) = (reader, job, window, margin, first.Length);
        _opaque = new(job.Ahead().Account);
        _queue = new(job.Share, piece =>
        {
            if (!_isAstray) job.Plan(piece.Index, piece.Content, log => piece.Plan = reading.Plan(piece.Window, log));
        });
        _buffer = ArrayPool<char>.Shared.Rent(_capacity);
        first.CopyTo(_buffer);
        Take(first.Length);
    }

    /// <summary>Has the rounds work through the rest of the text.</summary>
    public void Run(WindowRounds rounds, TextWriter output)
    {
        for (var isRead = false; ;)
        {
            while (!isRead && !_queue.IsFull)
            {
                var piece = Read();
                isRead = piece.IsLast;
                _queue.Add(piece);
            }
            if (_queue.IsEmpty) return;
            using var next = _queue.Next();
            Write(next, rounds, output);
        }
    }

    public void Dispose()
    {
        _queue.Dispose();
        ArrayPool<char>.Shared.Return(_buffer, clearArray: true);
    }

    private WindowPiece Read()
    {
        var drop = WindowRounds.NextStart(_buffer.AsSpan(0, _length), _window, _margin);
        _buffer.AsSpan(drop, _length - drop).CopyTo(_buffer);
        (_offset, _length) = (_offset + drop, _length - drop);
        var free = _buffer.AsSpan(_length, _capacity - _length);
        var read = TextEncoding.Read(_reader, free);
        var part = free[..read].ToArray(); // as it stands in the file
        Take(read);
        try
        {
            return new(part, _buffer.AsSpan(0, _length), _offset, read < free.Length, _count++);
        }
        finally
        {
            part.AsSpan().Clear();
        }
    }

    private void Take(int count)
    {
        _length += count;
        _opaque.Scan(_buffer.AsSpan(0, _length), _length - count, _offset);
    }

    private void Write(WindowPiece piece, WindowRounds rounds, TextWriter output)
    {
        var part = piece.Part;
        while (!part.IsEmpty)
        {
            var count = Math.Min(part.Length, rounds.Free.Length - _filled);
            part[..count].CopyTo(rounds.Free[_filled..]);
            part = part[count..];
            _filled += count;
            if (_filled < rounds.Free.Length) break;
            Advance(rounds);
            rounds.Run(isLast: false, output, PlanFor(piece, rounds));
        }
        if (piece.IsLast) Advance(rounds);
        if (piece.IsLast) rounds.Run(isLast: true, output, PlanFor(piece, rounds));
        _job.Cancellation.ThrowIfCancellationRequested();
    }

    /// <summary>Rounds take in as much at a time as they would alone.</summary>
    private void Advance(WindowRounds rounds)
    {
        rounds.Advance(_filled);
        _filled = 0;
    }

    private RedactionPlan<TextSpan>? PlanFor(WindowPiece piece, WindowRounds rounds)
    {
        _isAstray |= piece.Offset != rounds.Offset || piece.Window.Length != rounds.Length;
        return _isAstray ? null : piece.Plan;
    }
}
