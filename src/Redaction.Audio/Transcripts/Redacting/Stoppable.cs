namespace Redaction.Audio;

/// <summary>Work on long transcripts that can be stopped although it does not ask.</summary>
internal static class Stoppable
{
    private const int Short = 512 * 1024;

    /// <summary>Does the work; when that is cancelled, its result is given up and the caller goes on at once.</summary>
    /// <param name="size">How large the input is: short work is done in place.</param>
    /// <param name="work">The work, which changes nothing that others see.</param>
    /// <param name="cancellation">Stops waiting for it.</param>
    public static TResult Run<TResult>(int size, Func<TResult> work, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (size <= Short || !cancellation.CanBeCanceled) return work();
        return Task.Run(work, CancellationToken.None).WaitAsync(cancellation).GetAwaiter().GetResult();
    }
}
