using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Redaction.Text;

namespace Redaction.Batch;

/// <summary>Some records of a worker that are answered together, on any thread.</summary>
internal sealed class RecordBatch : IDisposable
{
    private readonly List<(int Start, int Length, long Line)> _records = [];
    private readonly ArrayBufferWriter<byte> _input = new(4096);
    private readonly MemoryStream _answers = new();

    /// <summary>Bytes of the records.</summary>
    public int Length => _input.WrittenCount;

    public int Count => _records.Count;

    /// <summary>Records that were answered with an error.</summary>
    public long Failed { get; private set; }

    /// <summary>Takes in a record.</summary>
    public void Add(ReadOnlySpan<byte> record, long line)
    {
        _records.Add((_input.WrittenCount, record.Length, line));
        _input.Write(record);
    }

    /// <summary>Takes in a record that is longer than any may be.</summary>
    public void AddTooLong(long line) => _records.Add((0, -1, line));

    /// <summary>Answers all records.</summary>
    /// <param name="format">Reads the records.</param>
    /// <param name="redactor">Redacts them.</param>
    /// <param name="job">What is to be done.</param>
    /// <param name="projection">Makes what leaves out fields that are not needed; null where all leave.</param>
    public RecordBatch Work(JsonLines format, TextRedactor redactor, DocumentJob job, Func<FieldProjection?> projection)
    {
        using var answer = new MemoryStream();
        foreach (var (start, length, line) in _records)
        {
            job.Cancellation.ThrowIfCancellationRequested();
            if (length < 0) Fail(line, ErrorCodes.TooLarge);
            else Answer(_input.WrittenMemory.Slice(start, length), line, answer, format, redactor, job, projection());
        }
        answer.GetBuffer().AsSpan().Clear();
        return this;
    }

    /// <summary>Writes the answers, in order.</summary>
    public void WriteTo(Stream output) => output.Write(_answers.GetBuffer().AsSpan(0, (int)_answers.Length));

    public void Dispose()
    {
        _input.Clear();
        _answers.GetBuffer().AsSpan().Clear();
        _answers.Dispose();
    }

    private void Answer(
        ReadOnlyMemory<byte> line, long number, MemoryStream answer, JsonLines format, TextRedactor redactor, DocumentJob job,
        FieldProjection? projection)
    {
        var record = line.Span.TrimEnd((byte)'\r');
        answer.SetLength(0);
        try
        {
            if (!record.ContainsAnyExcept(" \t"u8)) throw new RedactionException(ErrorCodes.Malformed, "json", "The line is empty.");
            using var input = new MemoryStream(record.ToArray());
            // Each record is a document of its own, named by its content.
            var memory = new DocumentMemory(Convert.ToHexString(SHA256.HashData(record)));
            using var least = projection?.Of(format, "", input, job.Cancellation) ?? input;
            format.Redact(least, answer, job with { Redactor = redactor.ForDocument(memory), Dropped = projection?.Dropped });
        }
        catch (RedactionException e)
        {
            Fail(number, e.Code);
            return;
        }
        _answers.Write(answer.GetBuffer().AsSpan(0, (int)answer.Length));
        _answers.Write("\n"u8);
    }

    private void Fail(long line, string code)
    {
        Failed++;
        _answers.Write(Encoding.ASCII.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"{{\"line\":{line},\"error\":\"{code}\"}}\n")));
    }
}
