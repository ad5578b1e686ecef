namespace Redaction.Text;

/// <summary>How many threads may work at once, over everything that a run has going on: whoever begins an item takes one, and a long
/// document takes those that nobody uses. Thread-safe.</summary>
/// <param name="threads">How many there are.</param>
internal sealed class ThreadShare(int threads)
{
    private readonly SemaphoreSlim _free = new(threads);

    /// <summary>How many there are, used or not.</summary>
    public int Threads => threads;

    /// <summary>Takes a thread, and waits for one where all are used.</summary>
    public void Take(CancellationToken cancellation) => _free.Wait(cancellation);

    /// <summary>Takes a thread that nobody uses; false where there is none.</summary>
    public bool TryTake() => _free.Wait(0);

    /// <summary>Gives a thread back.</summary>
    public void Return() => _free.Release();
}
