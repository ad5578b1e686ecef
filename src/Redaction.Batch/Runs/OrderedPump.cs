using System.Collections.Concurrent;
using System.Diagnostics;
using Redaction.Text;

namespace Redaction.Batch;

/// <summary>Works through items on several threads and hands the results over in the order of the items.</summary>
internal static class OrderedPump
{
    /// <summary>How many results may wait for one that takes longer.</summary>
    private const int Window = 256;

    /// <summary>How long work that was stopped is waited for. What is still going on then is abandoned: its outputs are not released.
    /// </summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(600);

    /// <param name="items">The items.</param>
    /// <param name="share">The threads: as many are worked on at once, and an item may take those that are free.</param>
    /// <param name="process">Called on any thread; must not throw except for cancellation.</param>
    /// <param name="consume">Called on the calling thread, in order.</param>
    /// <param name="cancellation">Stops the work; results already made are disposed of.</param>
    public static void Run<TItem, TResult>(
        IReadOnlyList<TItem> items, ThreadShare share, Func<TItem, TResult> process, Action<TResult> consume,
        CancellationToken cancellation)
        where TResult : IDisposable
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var queue = new BlockingCollection<Task<TResult>>(Window);
        var producer = Task.Run(() => Produce(items, process, share, queue, stop.Token), CancellationToken.None);
        try
        {
            foreach (var task in queue.GetConsumingEnumerable(cancellation))
            {
                if (!task.IsCompleted) WaitHandle.WaitAny([((IAsyncResult)task).AsyncWaitHandle, cancellation.WaitHandle]);
                cancellation.ThrowIfCancellationRequested();
                using var result = task.GetAwaiter().GetResult();
                consume(result);
            }
            producer.GetAwaiter().GetResult();
        }
        finally
        {
            stop.Cancel();
            Drain(queue, producer);
        }
    }

    private static void Produce<TItem, TResult>(
        IReadOnlyList<TItem> items, Func<TItem, TResult> process, ThreadShare share, BlockingCollection<Task<TResult>> queue,
        CancellationToken stop)
    {
        try
        {
            foreach (var item in items)
            {
                share.Take(stop);
                var task = Task.Run(() => { try { return process(item); } finally { share.Return(); } }, CancellationToken.None);
                queue.Add(task, CancellationToken.None);
            }
        }
        finally
        {
            queue.CompleteAdding();
        }
    }

    /// <summary>Waits until nothing is running any more, so that no temporary file outlives the run; but not for ever.</summary>
    private static void Drain<TResult>(BlockingCollection<Task<TResult>> queue, Task producer)
        where TResult : IDisposable
    {
        var stopped = Stopwatch.StartNew();
        while (!queue.IsCompleted && Left() > 0)
        {
            if (!queue.TryTake(out var task, Left())) continue;
            if (!((IAsyncResult)task).AsyncWaitHandle.WaitOne(Left())) _ = task.ContinueWith(Discard, TaskScheduler.Default);
            else Discard(task);
        }
        ((IAsyncResult)producer).AsyncWaitHandle.WaitOne(Left());
        _ = producer.Exception;

        int Left() => (int)Math.Max(0, (s_patience - stopped.Elapsed).TotalMilliseconds);
    }

    private static void Discard<TResult>(Task<TResult> task)
        where TResult : IDisposable
    {
        if (task.IsCompletedSuccessfully) task.Result.Dispose();
        else _ = task.Exception;
    }
}
