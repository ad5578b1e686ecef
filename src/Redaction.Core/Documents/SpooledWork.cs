namespace Redaction;

/// <summary>Work on streams that may only be read and written asynchronously: the input is taken in, then worked through, and what came of
/// it is given out only when all went well.</summary>
/// <remarks>No thread waits for a stream, and no more items are worked through at a time than there are processors, so that a
/// server with many requests keeps threads for others.</remarks>
internal static class SpooledWork
{
    /// <summary>Below it an item takes less time than a thread of its own.</summary>
    private const int Small = 32 * 1024;

    private static readonly SemaphoreSlim s_turns = new(Environment.ProcessorCount);

    /// <param name="input">Is read to its end.</param>
    /// <param name="output">Receives the result, whole; <see cref="Stream.Null"/> for a scan.</param>
    /// <param name="work">Reads from one stream, which can be sought, and writes to another.</param>
    /// <param name="cancellation">Stops reading and writing, and waiting for a turn.</param>
    public static async Task<TResult> RunAsync<TResult>(
        Stream input, Stream output, Func<Stream, Stream, TResult> work, CancellationToken cancellation)
    {
        using var read = new Spool();
        await input.CopyToAsync(read, cancellation).ConfigureAwait(false);
        read.Position = 0;
        using var written = new Spool();
        TResult result;
        await s_turns.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            var target = output == Stream.Null ? output : written;
            // The threads of the pool are for reading and writing: there are no more of them at first than processors.
            var options = read.Length > Small ? TaskCreationOptions.LongRunning : TaskCreationOptions.None;
            result = await Task.Factory.StartNew(() => work(read, target), cancellation, options, TaskScheduler.Default)
                .ConfigureAwait(false);
        }
        finally
        {
            s_turns.Release();
        }
        written.Position = 0;
        await written.CopyToAsync(output, cancellation).ConfigureAwait(false);
        await output.FlushAsync(cancellation).ConfigureAwait(false);
        return result;
    }
}
