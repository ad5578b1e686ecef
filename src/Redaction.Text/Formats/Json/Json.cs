using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;

namespace Redaction.Text;

/// <summary>One JSON text. See README.md in this folder.</summary>
internal sealed class Json : IJsonFormat
{
    internal const int MaxToken = 64 << 20;
    private const int FirstBuffer = 1 << 16;

    internal static JsonReaderOptions Options { get; } = new() { MaxDepth = 256 };

    /// <inheritdoc/>
    public bool IsLines => false;

    /// <inheritdoc/>
    public string Id => "json";

    /// <inheritdoc/>
    public string Description => "JSON: string values, property names and long numbers are redacted; all other bytes stay.";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions { get; } =
        [".json", ".ipynb", ".har", ".geojson", ".jsonld", ".webmanifest", ".sarif", ".topojson"];

    /// <inheritdoc/>
    public ImmutableArray<string> MediaTypes { get; } = ["application/json"];

    /// <inheritdoc/>
    public void Redact(Stream input, Stream output, DocumentJob job)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(job);
        job = job.Begin("bytes");
        var walker = new JsonWalker(job);
        var (text, redacted) = TextEncoding.OpenUtf8(input, output);
        if (!job.RecordTypes.IsEmpty) text = walker.ResolveAll(text);
        var buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer);
        try
        {
            Run(text, redacted, job, walker, ref buffer);
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
        job.End(this);
    }

    private static void Run(Stream input, Stream output, DocumentJob job, JsonWalker walker, ref byte[] buffer)
    {
        var state = new JsonReaderState(Options);
        var length = 0;
        var first = true;
        for (var ended = false; !ended;)
        {
            job.Cancellation.ThrowIfCancellationRequested();
            var read = input.ReadAtLeast(buffer.AsSpan(length), buffer.Length - length, throwOnEndOfStream: false);
            length += read;
            ended = length < buffer.Length;
            if (first && !ended && OffsetShapes.MayStandIn(buffer.AsSpan(0, length))) ended = ReadWhole(input, job, ref buffer, ref length);
            var mark = first ? ByteOrderMark(buffer.AsSpan(0, length), output, job.Account) : 0;
            var isWhole = first && ended;
            first = false;
            var rest = buffer.AsSpan(mark, length - mark);
            var done = mark + (!ended ? walker.Walk(rest, ref state, output)
                : isWhole ? walker.WalkWhole(rest, ref state, output) : walker.WalkToEnd(rest, ref state, output));
            if (ended)
            {
                output.Write(buffer, done, length - done); // white space after the value
                job.Account.AddStructure(length - done);
            }
            else if (done == 0) Grow(ref buffer, length);
            buffer.AsSpan(done, length - done).CopyTo(buffer);
            length -= done;
        }
    }

    /// <summary>Reads on, since numbers in front may be places in a text that comes later; true at the end of the document.</summary>
    private static bool ReadWhole(Stream input, DocumentJob job, ref byte[] buffer, ref int length)
    {
        while (length == buffer.Length)
        {
            job.Cancellation.ThrowIfCancellationRequested();
            if (buffer.Length > MaxToken)
            {
                if (OffsetScout.Look(buffer.AsSpan(0, length), isWhole: false) is null) return false;
                throw new RedactionException(ErrorCodes.TooLarge, "json",
                    "A document over 64 MiB tells of ranges of its texts; split it, or write one record a line (.jsonl).");
            }
            Grow(ref buffer, length);
            length += input.ReadAtLeast(buffer.AsSpan(length), buffer.Length - length, throwOnEndOfStream: false);
        }
        return true;
    }

    private static int ByteOrderMark(ReadOnlySpan<byte> buffer, Stream output, SearchLedger ledger)
    {
        if (!buffer.StartsWith("\uFEFF"u8)) return 0;
        output.Write(buffer[..3]);
        ledger.AddStructure(3);
        return 3;
    }

    internal static void Grow(ref byte[] buffer, int length)
    {
        if (buffer.Length > MaxToken) throw new RedactionException(ErrorCodes.TooLarge, "json", "One value is larger than 64 MiB.");
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        buffer = larger;
    }
}
