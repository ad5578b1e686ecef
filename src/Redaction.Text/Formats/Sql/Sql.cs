using System.Buffers;
using System.Collections.Immutable;

namespace Redaction.Text;

/// <summary>SQL scripts and dumps. See README.md in this folder.</summary>
internal sealed class Sql : IDocumentFormat
{
    private const int FirstBuffer = 1 << 16;
    private const int MaxStatement = 64 << 20;

    /// <inheritdoc/>
    public string Id => "sql";

    /// <inheritdoc/>
    public string Description => "SQL: strings, numbers and comments are redacted; statements, names and types of columns stay.";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions { get; } = [".sql"];

    /// <inheritdoc/>
    public ImmutableArray<string> MediaTypes { get; } = ["application/sql", "text/x-sql"];

    /// <inheritdoc/>
    public void Redact(Stream input, Stream output, DocumentJob job)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(job);
        job = job.Begin("characters");
        var (reader, writer) = TextEncoding.Open(input, output, job.Account);
        using (reader)
        using (writer)
        {
            var buffer = ArrayPool<char>.Shared.Rent(FirstBuffer);
            try
            {
                Run(reader, new SqlWriter(job, writer), job, ref buffer);
            }
            finally
            {
                ArrayPool<char>.Shared.Return(buffer, clearArray: true);
            }
        }
        job.End(this);
    }

    private static void Run(StreamReader reader, SqlWriter writer, DocumentJob job, ref char[] buffer)
    {
        var tokens = new List<SqlToken>();
        var length = 0;
        var areRows = false;
        for (var ended = false; !ended;)
        {
            length += TextEncoding.Read(reader, buffer.AsSpan(length));
            ended = length < buffer.Length;
            var done = 0;
            while (done < length)
            {
                job.Cancellation.ThrowIfCancellationRequested();
                var rest = buffer.AsSpan(done, length - done);
                var taken = areRows ? Line(rest, ended) : SqlLexer.Statement(rest, ended, tokens);
                if (taken == 0) break;
                if (areRows) areRows = writer.Row(rest[..taken]);
                else
                {
                    writer.Statement(rest[..taken], tokens);
                    areRows = writer.HasRows;
                }
                done += taken;
            }
            if (done == 0 && !ended) Grow(ref buffer, length);
            buffer.AsSpan(done, length - done).CopyTo(buffer);
            length -= done;
        }
    }

    /// <summary>Length of the line at the front; 0 when it is not complete.</summary>
    private static int Line(ReadOnlySpan<char> text, bool ended)
    {
        var end = text.IndexOf('\n');
        return end >= 0 ? end + 1 : ended ? text.Length : 0;
    }

    private static void Grow(ref char[] buffer, int length)
    {
        if (buffer.Length > MaxStatement)
            throw new RedactionException(ErrorCodes.TooLarge, "sql", "One statement is larger than 64 Mi characters.");
        var larger = ArrayPool<char>.Shared.Rent(buffer.Length * 2);
        buffer.AsSpan(0, length).CopyTo(larger);
        ArrayPool<char>.Shared.Return(buffer, clearArray: true);
        buffer = larger;
    }
}
