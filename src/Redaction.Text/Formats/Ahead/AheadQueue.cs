namespace Redaction.Text;

/// <summary>Has pieces of one document prepared on threads that nobody uses, and hands them over in order. The thread that takes them
/// prepares too whenever it would wait, so that the work goes on where no other thread is free.</summary>
/// <remarks>Filled and emptied by one thread.</remarks>
/// <param name="share">The threads there are; null: only the calling one.</param>
/// <param name="prepare">Prepares a piece, on any thread. What it cannot do is done again when the piece has its turn, and fails
/// there.</param>
internal sealed class AheadQueue<TPiece>(ThreadShare? share, Action<TPiece> prepare) : IDisposable
    where TPiece : AheadPiece
{
    private readonly object _lock = new();
    private readonly List<TPiece> _pieces = [];
    private readonly int _most = share is null or { Threads: 1 } ? 1 : 2 * share.Threads + 2;
    private int _helpers;

    /// <summary>True when the next piece has to be taken before another is added: memory is bounded.</summary>
    public bool IsFull => _pieces.Count >= _most;

    /// <summary>True when there is no piece to take.</summary>
    public bool IsEmpty => _pieces.Count == 0;

    /// <summary>Adds a piece, which the queue owns until it is taken.</summary>
    public void Add(TPiece piece)
    {
        lock (_lock)
        {
            _pieces.Add(piece);
            if (share is null || _helpers >= share.Threads - 1 || !share.TryTake()) return;
            _helpers++;
        }
        _ = Task.Run(Help);
    }

    /// <summary>Takes the first piece once it is prepared; the caller owns it then.</summary>
    public TPiece Next()
    {
        while (true)
        {
            TPiece? piece;
            lock (_lock)
            {
                if (_pieces[0] is { State: AheadState.Done } first)
                {
                    _pieces.RemoveAt(0);
                    return first;
                }
                piece = Begin();
                if (piece is null)
                {
                    Monitor.Wait(_lock);
                    continue;
                }
            }
            Prepare(piece);
        }
    }

    /// <summary>Waits until nobody is at a piece any more, and gives all of them back.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            foreach (var piece in _pieces)
                if (piece.State == AheadState.Waiting) piece.State = AheadState.Done;
            while (_pieces.Exists(static p => p.State == AheadState.Begun)) Monitor.Wait(_lock);
            foreach (var piece in _pieces) piece.Dispose();
            _pieces.Clear();
        }
    }

    private TPiece? Begin()
    {
        var piece = _pieces.Find(static p => p.State == AheadState.Waiting);
        if (piece is not null) piece.State = AheadState.Begun;
        return piece;
    }

    private void Help()
    {
        while (true)
        {
            TPiece? piece;
            lock (_lock)
            {
                piece = Begin();
                if (piece is null)
                {
                    _helpers--;
                    break;
                }
            }
            Prepare(piece);
        }
        share!.Return();
    }

    private void Prepare(TPiece piece)
    {
        try
        {
            prepare(piece);
        }
        catch (Exception)
        {
            // What keeps it from being prepared is told when its turn comes.
        }
        finally
        {
            lock (_lock)
            {
                piece.State = AheadState.Done;
                Monitor.PulseAll(_lock);
            }
        }
    }
}
