using System.Buffers;
using System.Collections.Immutable;
using Redaction.Text;

namespace Redaction.Documents;

/// <summary>Messages of HL7 v2 (ER7), alone, framed (MLLP) or in batches. See README.md in this folder.</summary>
internal sealed class Hl7 : IContainerFormat
{
    private const int FirstBuffer = 1 << 16, MaxMessage = 64 << 20;

    /// <inheritdoc/>
    public string Id => "hl7";

    /// <inheritdoc/>
    public string Description => "HL7 v2 messages and batches: fields are redacted as what they are, notes as text; delimiters stay.";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions { get; } = [".hl7", ".txt"];

    /// <inheritdoc/>
    public ImmutableArray<string> MediaTypes { get; } = ["application/hl7-v2", "x-application/hl7-v2+er7"];

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head, string name)
    {
        if (head.StartsWith("\uFEFF"u8)) head = head[3..];
        head = head.TrimStart("\v\r\n "u8);
        Span<char> start = stackalloc char[8];
        if (head.Length < start.Length) return false;
        for (var i = 0; i < start.Length; i++) start[i] = (char)head[i];
        return Hl7Delimiters.StandIn(start);
    }

    /// <inheritdoc/>
    public void Redact(Stream input, Stream output, DocumentJob job) => Redact(input, output, job, new TextParts(job));

    /// <inheritdoc/>
    public void Redact(Stream input, Stream output, DocumentJob job, IPartRedactor parts)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(job);
        job = job.Begin("characters");
        var message = new Hl7Message(job, parts);
        var buffer = ArrayPool<char>.Shared.Rent(FirstBuffer);
        try
        {
            var (reader, writer) = TextEncoding.Open(input, output, job.Account);
            using (reader)
            using (writer) Run(reader, writer, job, message, ref buffer);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer, clearArray: true);
            message.Clear();
        }
        job.End(this);
    }

    private static void Run(StreamReader reader, StreamWriter writer, DocumentJob job, Hl7Message message, ref char[] buffer)
    {
        var length = 0;
        for (var ended = false; !ended;)
        {
            var room = buffer.AsSpan(length);
            var read = TextEncoding.Read(reader, room);
            length += read;
            ended = read < room.Length;
            var done = 0;
            while (done < length)
            {
                job.Cancellation.ThrowIfCancellationRequested();
                var next = NextMessage(buffer.AsSpan(done, length - done));
                if (next < 0 && !ended) break;
                if (message.Number == 0 && !IsMessage(buffer.AsSpan(0, length)))
                    throw new RedactionException(ErrorCodes.Malformed, "hl7", "The file does not begin with MSH, FHS or BHS.");
                var end = next < 0 ? length - done : next;
                message.Redact(buffer.AsSpan(done, end), writer);
                done += end;
            }
            buffer.AsSpan(done, length - done).CopyTo(buffer);
            length -= done;
            if (length == buffer.Length) Grow(ref buffer, length);
        }
    }

    /// <summary>Where the next message begins, its framing included; -1 where none does.</summary>
    private static int NextMessage(ReadOnlySpan<char> text)
    {
        for (var i = 1; i < text.Length - 5;)
        {
            var step = text[i..].IndexOfAny('\r', '\n', '\v');
            if (step < 0) return -1;
            i += step;
            var start = i;
            while (i < text.Length && text[i] is '\r' or '\n' or '\v' or '\u001C') i++;
            if (i + 8 > text.Length) return -1;
            if (start > 0 && Hl7Delimiters.StandIn(text[i..])) return i;
        }
        return -1;
    }

    private static bool IsMessage(ReadOnlySpan<char> text) => Hl7Delimiters.StandIn(text.TrimStart("\v\r\n "));

    private static void Grow(ref char[] buffer, int length)
    {
        if (buffer.Length > MaxMessage)
            throw new RedactionException(ErrorCodes.TooLarge, "hl7", "One message is larger than 64 Mi characters.");
        var larger = ArrayPool<char>.Shared.Rent(buffer.Length * 2);
        buffer.AsSpan(0, length).CopyTo(larger);
        ArrayPool<char>.Shared.Return(buffer, clearArray: true);
        buffer = larger;
    }
}
