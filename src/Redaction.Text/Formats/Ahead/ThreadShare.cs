namespace Redaction.Text;

/// <summary>How many threads may work at once, over everything that a run has going on: whoever begins an item takes one, and a long
/// document takes those that nobody uses. Thread-safe.</summary>
/// <param name="threads">How many there are.</param>
internal sealed class ThreadShare(int threads)
{
    private const int Patience = 50; // milliseconds after which whoever waits looks whether it was stopped
    private readonly object _lock = new();
    private int _free = threads;

    /// <summary>How many there are, used or not.</summary>
    public int Threads { get; } = threads;

    /// <summary>Takes a thread, and waits for one where all are used.</summary>
    public void Take(CancellationToken cancellation)
    {
        lock (_lock)
        {
            while (_free == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                Monitor.Wait(_lock, Patience);
            }
            _free--;
        }
    }

    /// <summary>Takes a thread that nobody uses; false where there is none.</summary>
    public bool TryTake()
    {
        lock (_lock)
        {
            if (_free == 0) return false;
            _free--;
            return true;
        }
    }

    /// <summary>Gives a thread back.</summary>
    public void Return()
    {
        lock (_lock)
        {
            _free++;
            Monitor.Pulse(_lock);
        }
    }
}
