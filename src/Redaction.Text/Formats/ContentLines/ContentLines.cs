using System.Buffers;
using System.Collections.Immutable;

namespace Redaction.Text;

/// <summary>Calendars and contacts. See README.md in this folder.</summary>
internal sealed class ContentLines : IDocumentFormat
{
    private const int FirstBuffer = 1 << 16, MaxLine = 64 << 20;

    /// <inheritdoc/>
    public string Id => "content-lines";

    /// <inheritdoc/>
    public string Description => "iCalendar and vCard: values and parameters are redacted, folded lines read as one; names stay.";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions { get; } = [".ics", ".vcf", ".ical", ".icalendar", ".ifb", ".vcs", ".vcard"];

    /// <inheritdoc/>
    public ImmutableArray<string> MediaTypes { get; } = ["text/calendar", "text/vcard", "text/x-vcard", "text/directory"];

    /// <inheritdoc/>
    public void Redact(Stream input, Stream output, DocumentJob job)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(job);
        job = job.Begin("characters");
        Run(input, output, job, new ContentLineWriter(job));
        job.End(this);
    }

    /// <summary>Works through lines that go on in those that a space begins.</summary>
    internal static void Run(Stream input, Stream output, DocumentJob job, ContentLineWriter lines)
    {
        var (reader, writer) = TextEncoding.Open(input, output, job.Account);
        using (reader)
        using (writer)
        {
            var buffer = ArrayPool<char>.Shared.Rent(FirstBuffer);
            try
            {
                Run(reader, writer, job, lines, ref buffer);
            }
            finally
            {
                ArrayPool<char>.Shared.Return(buffer, clearArray: true);
                lines.Clear();
            }
        }
    }

    private static void Run(StreamReader reader, StreamWriter writer, DocumentJob job, ContentLineWriter lines, ref char[] buffer)
    {
        var length = 0;
        for (var ended = false; !ended;)
        {
            length += TextEncoding.Read(reader, buffer.AsSpan(length));
            ended = length < buffer.Length;
            var done = 0;
            while (done < length)
            {
                job.Cancellation.ThrowIfCancellationRequested();
                var rest = buffer.AsSpan(done, length - done);
                var end = ContentLine.End(rest, ended);
                if (end < 0) break;
                lines.Write(rest[..end], writer);
                done += end;
            }
            if (done == 0 && !ended) Grow(ref buffer, length);
            buffer.AsSpan(done, length - done).CopyTo(buffer);
            length -= done;
        }
    }

    private static void Grow(ref char[] buffer, int length)
    {
        if (buffer.Length > MaxLine)
            throw new RedactionException(ErrorCodes.TooLarge, "content-lines", "One line is larger than 64 Mi characters.");
        var larger = ArrayPool<char>.Shared.Rent(buffer.Length * 2);
        buffer.AsSpan(0, length).CopyTo(larger);
        ArrayPool<char>.Shared.Return(buffer, clearArray: true);
        buffer = larger;
    }
}
