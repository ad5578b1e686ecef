using System.Buffers;
using System.Collections.Immutable;

namespace Redaction.Text;

/// <summary>One JSON text a line. See README.md in this folder.</summary>
internal sealed class JsonLines : IJsonFormat
{
    private const int FirstBuffer = 1 << 16;

    /// <inheritdoc/>
    public bool IsLines => true;

    /// <inheritdoc/>
    public string Id => "jsonl";

    /// <inheritdoc/>
    public string Description => "JSON Lines: one JSON text a line, each redacted like JSON; line ends stay.";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions { get; } = [".jsonl", ".ndjson", ".ldjson"];

    /// <inheritdoc/>
    public ImmutableArray<string> MediaTypes { get; } = ["application/x-ndjson", "application/jsonl"];

    /// <inheritdoc/>
    public void Redact(Stream input, Stream output, DocumentJob job)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(job);
        job = job.Begin("bytes");
        Redact(input, output, job, new JsonWalker(job));
        job.End(this);
    }

    /// <summary>Has a walker redact line by line.</summary>
    internal static void Redact(Stream input, Stream output, DocumentJob job, IRecordWalker walker)
    {
        var (text, redacted) = TextEncoding.OpenUtf8(input, output);
        var buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer);
        try
        {
            if (job.PlansAhead && walker is JsonWalker json) new JsonLinesAhead(job, json).Run(text, redacted);
            else Run(text, redacted, job, walker, ref buffer);
        }
        catch (System.Text.DecoderFallbackException)
        {
            throw TextEncoding.Unknown();
        }
        finally
        {
            if (text != input) text.Dispose();
            if (redacted != output) redacted.Dispose();
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
            walker.Clear();
        }
    }

    private static void Run(Stream input, Stream output, DocumentJob job, IRecordWalker walker, ref byte[] buffer)
    {
        var length = 0;
        var guard = job.LeavesOutBadRecords ? new RecordGuard(job) : null;
        using var record = new MemoryStream();
        for (var ended = false; !ended;)
        {
            var read = input.ReadAtLeast(buffer.AsSpan(length), buffer.Length - length, throwOnEndOfStream: false);
            length += read;
            ended = length < buffer.Length;
            var done = 0;
            if (walker is JsonWalker { Line: 0 } json) json.Header = JsonHeader.Of(buffer.AsSpan(0, length));
            while (done < length)
            {
                job.Cancellation.ThrowIfCancellationRequested();
                var end = buffer.AsSpan(done, length - done).IndexOf((byte)'\n');
                if (end < 0 && !ended) break;
                var line = end < 0 ? buffer.AsSpan(done, length - done) : buffer.AsSpan(done, end + 1);
                walker.Line++;
                if (guard is null) Redact(line, walker, output, job.Account);
                else Redact(buffer.AsMemory(done, line.Length), walker, record, job, guard, output);
                done += line.Length;
            }
            if (done == 0 && !ended) Json.Grow(ref buffer, length);
            buffer.AsSpan(done, length - done).CopyTo(buffer);
            length -= done;
        }
        record.GetBuffer().AsSpan().Clear();
        guard?.End();
    }

    private static void Redact(
        Memory<byte> line, IRecordWalker walker, MemoryStream record, DocumentJob job, RecordGuard guard, Stream output)
    {
        record.SetLength(0);
        if (guard.Try(walker.Line, line.Length, () => Redact(line.Span, walker, record, job.Account)))
            output.Write(record.GetBuffer().AsSpan(0, (int)record.Length));
        else walker.Restart();
    }

    /// <summary>Redacts a line.</summary>
    internal static void Redact(Span<byte> line, IRecordWalker walker, Stream output, SearchLedger ledger, PlannedRecord? planned = null)
    {
        if (walker.Line == 1 && line.StartsWith("\uFEFF"u8))
        {
            output.Write(line[..3]);
            ledger.AddStructure(3);
            line = line[3..];
        }
        var done = planned is not null ? ((JsonWalker)walker).WalkPlanned(line, output, planned) : Walk(line, walker, output);
        output.Write(line[done..]);
        ledger.AddStructure(line.Length - done); // the line end, or a line without a record
    }

    private static int Walk(Span<byte> line, IRecordWalker walker, Stream output)
    {
        walker.Resolve(line);
        return line.ContainsAnyExcept(" \t\r\n"u8) ? walker.WalkRecord(line, output) : 0;
    }
}
