using System.Collections.Concurrent;
using System.Collections.Immutable;
using Redaction.Text;

namespace Redaction.Batch;

/// <summary>Redacts JSON records line by line as they arrive: one line out for each line in, in order, and none is lost.</summary>
/// <remarks>Not thread-safe: one stream, one worker. The input is read on a thread of its own.</remarks>
public sealed class RecordWorker
{
    private const int BatchesAThread = 4;
    private readonly JsonLines _format = new();
    private readonly DocumentJob _job;
    private readonly TextRedactor _redactor;
    private readonly RequestCheck _check;
    private readonly LoadedPolicy _policy;

    /// <summary>Makes a worker.</summary>
    /// <param name="redactor">Redacts.</param>
    /// <param name="context">What policy rules may match on.</param>
    /// <param name="fields">Names of keys to redact, paths, or globs of them; empty for all.</param>
    /// <exception cref="UnknownChoiceException">A data type, purpose, role or field names nothing that there is.</exception>
    public RecordWorker(RedactionEngine redactor, RedactionContext context, ImmutableArray<Glob> fields)
    {
        ArgumentNullException.ThrowIfNull(redactor);
        (_redactor, _policy) = (redactor.Text, redactor.Policy);
        _check = new(redactor, context, fields, allowUnmatched: true);
        var (dataType, records) = _check.DataTypes.Of([], context.DataType);
        _job = new(redactor.Text)
        {
            Context = context with { DataType = dataType },
            RecordTypes = records,
            Fields = fields,
            Usage = _check.Usage,
        };
    }

    /// <summary>What was asked for and is nowhere in the records so far: fields that no record has, rules that cannot match; one sentence
    /// each.</summary>
    public ImmutableArray<string> Unmatched => _check.Unmatched();

    /// <summary>How many records are worked on at once. The answers do not depend on it.</summary>
    /// <value>The number of cores.</value>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>How many records the last run answered, those with an error included.</summary>
    public long Answered { get; private set; }

    /// <summary>Works until the input ends. Output is flushed whenever the next answer is not there yet.</summary>
    /// <returns>How many records were answered with an error.</returns>
    /// <exception cref="OperationCanceledException">The work was stopped; the answers so far are whole lines.</exception>
    public long Run(Stream input, Stream output, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentOutOfRangeException.ThrowIfLessThan(Threads, 1);
        Answered = 0;
        var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var gate = new SemaphoreSlim(Threads);
        var queue = new BlockingCollection<Task<RecordBatch>>(Threads * BatchesAThread);
        // Reading waits for whoever writes, and nothing can wake it up: it must not hold up the end.
        var reading = Task.Factory.StartNew(() => Read(input, queue, gate, stop.Token), CancellationToken.None,
            TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            var failed = Write(queue, output, cancellationToken);
            reading.GetAwaiter().GetResult();
            return failed;
        }
        finally
        {
            stop.Cancel();
        }
    }

    private void Read(Stream input, BlockingCollection<Task<RecordBatch>> queue, SemaphoreSlim gate, CancellationToken stop)
    {
        try
        {
            var job = _job with { Cancellation = stop };
            new RecordReader(input).Run(batch =>
            {
                gate.Wait(stop);
                queue.Add(
                    Task.Run(() =>
                    {
                        try
                        {
                            return batch.Work(_format, _redactor, job, () => _policy.Projection(_check.Usage));
                        }
                        finally
                        {
                            gate.Release();
                        }
                    }, CancellationToken.None), stop);
            }, stop);
        }
        finally
        {
            queue.CompleteAdding();
        }
    }

    private long Write(BlockingCollection<Task<RecordBatch>> queue, Stream output, CancellationToken cancellationToken)
    {
        long failed = 0;
        while (true)
        {
            if (queue.Count == 0) output.Flush();
            if (!queue.TryTake(out var task, Timeout.Infinite, cancellationToken)) break;
            if (!task.IsCompleted)
            {
                output.Flush();
                WaitHandle.WaitAny([((IAsyncResult)task).AsyncWaitHandle, cancellationToken.WaitHandle]);
                cancellationToken.ThrowIfCancellationRequested();
            }
            using var batch = task.GetAwaiter().GetResult();
            batch.WriteTo(output);
            Answered += batch.Count;
            failed += batch.Failed;
        }
        output.Flush();
        return failed;
    }
}
