using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Redaction.Text;

namespace Redaction.Batch;

/// <summary>Redacts JSON records line by line as they arrive: one line out for each line in, in order, and none is lost.</summary>
/// <remarks>Not thread-safe: one stream, one worker.</remarks>
public sealed class RecordWorker
{
    private const int LongestRecord = 64 << 20;
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

    /// <summary>Works until the input ends. Output is flushed whenever the next record is not there yet.</summary>
    /// <returns>How many records were answered with an error.</returns>
    /// <exception cref="OperationCanceledException">The work was stopped; the answers so far are whole lines.</exception>
    public long Run(Stream input, Stream output, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
        using var answer = new MemoryStream();
        long line = 0, failed = 0;
        try
        {
            int start = 0, length = 0;
            while (true)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var end = buffer.AsSpan(start, length - start).IndexOf((byte)'\n');
                if (end >= 0)
                {
                    if (!Answer(buffer.AsSpan(start, end), ++line, answer, output, cancellationToken)) failed++;
                    start += end + 1;
                    continue;
                }
                output.Flush();
                buffer.AsSpan(start, length - start).CopyTo(buffer);
                (start, length) = (0, length - start);
                if (length > LongestRecord)
                {
                    WriteError(output, ++line, ErrorCodes.TooLarge);
                    failed++;
                    length = SkipLine(input, buffer);
                    continue;
                }
                if (length == buffer.Length) Grow(ref buffer, length);
                var read = input.Read(buffer, length, buffer.Length - length);
                if (read == 0) break;
                length += read;
            }
            if (length > 0 && !Answer(buffer.AsSpan(0, length), ++line, answer, output, cancellationToken)) failed++;
            output.Flush();
            return failed;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
            answer.GetBuffer().AsSpan().Clear();
        }
    }

    private bool Answer(ReadOnlySpan<byte> record, long line, MemoryStream answer, Stream output, CancellationToken cancellationToken)
    {
        record = record.TrimEnd((byte)'\r');
        answer.SetLength(0);
        try
        {
            if (!record.ContainsAnyExcept(" \t"u8)) throw new RedactionException(ErrorCodes.Malformed, "json", "The line is empty.");
            using var input = new MemoryStream(record.ToArray());
            var projection = _policy.Projection(_check.Usage);
            using var least = projection?.Of(_format, input, cancellationToken) ?? input;
            // Each record is a document of its own, named by its content.
            var memory = new DocumentMemory(Convert.ToHexString(SHA256.HashData(record)));
            _format.Redact(least, answer, _job with
            {
                Cancellation = cancellationToken,
                Dropped = projection?.Dropped,
                Redactor = _redactor.ForDocument(memory),
            });
        }
        catch (RedactionException e)
        {
            WriteError(output, line, e.Code);
            return false;
        }
        output.Write(answer.GetBuffer().AsSpan(0, (int)answer.Length));
        output.Write("\n"u8);
        return true;
    }

    private static void WriteError(Stream output, long line, string code) =>
        output.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{{\"line\":{line},\"error\":\"{code}\"}}\n")));

    /// <summary>Reads over the rest of a line; returns how many bytes of what follows are in the buffer.</summary>
    private static int SkipLine(Stream input, byte[] buffer)
    {
        while (true)
        {
            var read = input.Read(buffer, 0, buffer.Length);
            var end = buffer.AsSpan(0, read).IndexOf((byte)'\n');
            if (end < 0 && read > 0) continue;
            var rest = end < 0 ? 0 : read - end - 1;
            buffer.AsSpan(read - rest, rest).CopyTo(buffer);
            return rest;
        }
    }

    private static void Grow(ref byte[] buffer, int length)
    {
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        buffer = larger;
    }
}
