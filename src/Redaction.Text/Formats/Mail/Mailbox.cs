using System.Buffers;
using System.Collections.Immutable;

namespace Redaction.Text;

/// <summary>Many messages in one file (RFC 4155). See README.md in this folder.</summary>
internal sealed class Mailbox : IContainerFormat
{
    private const int FirstBuffer = 1 << 16, MaxMessage = 64 << 20;

    /// <inheritdoc/>
    public string Id => "mbox";

    /// <inheritdoc/>
    public string Description => "Mailboxes (mbox): each message is redacted like e-mail, and so is the line before it.";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions { get; } = [".mbox", ".mbx"];

    /// <inheritdoc/>
    public ImmutableArray<string> MediaTypes { get; } = ["application/mbox"];

    /// <inheritdoc/>
    /// <remarks>Parts that are not text are emptied.</remarks>
    public void Redact(Stream input, Stream output, DocumentJob job) => Redact(input, output, job, new TextParts(job));

    /// <inheritdoc/>
    public void Redact(Stream input, Stream output, DocumentJob job, IPartRedactor parts)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(job);
        ArgumentNullException.ThrowIfNull(parts);
        job = job.Begin("bytes");
        var buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer);
        try
        {
            Run(input, output, job, new MailWriter(job, parts), ref buffer);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
        job.End(this);
    }

    private static void Run(Stream input, Stream output, DocumentJob job, MailWriter writer, ref byte[] buffer)
    {
        var length = 0;
        for (var ended = false; !ended;)
        {
            job.Cancellation.ThrowIfCancellationRequested();
            length += input.ReadAtLeast(buffer.AsSpan(length), buffer.Length - length, throwOnEndOfStream: false);
            ended = length < buffer.Length;
            var done = 0;
            while (done < length)
            {
                var rest = buffer.AsSpan(done, length - done);
                var end = NextMessage(rest);
                if (end < 0 && !ended) break;
                if (end < 0) end = rest.Length;
                var line = rest.StartsWith("From "u8) ? rest[..end].IndexOf((byte)'\n') + 1 : 0;
                if (line > 0) writer.WriteSeparator(rest[..line], output);
                if (line < end) writer.Write(rest[line..end], output);
                done += end;
            }
            if (done == 0 && !ended) Grow(ref buffer, length);
            buffer.AsSpan(done, length - done).CopyTo(buffer);
            length -= done;
        }
    }

    /// <summary>Where the next message begins: at a line that says so, after an empty one; -1 when there is none.</summary>
    private static int NextMessage(ReadOnlySpan<byte> rest)
    {
        for (var i = 0; i < rest.Length;)
        {
            var step = rest[i..].IndexOf("\nFrom "u8);
            if (step < 0) return -1;
            var at = i + step;
            var before = at > 0 && rest[at - 1] == '\r' ? at - 1 : at;
            if (before > 0 && rest[before - 1] == '\n') return at + 1;
            i = at + 1;
        }
        return -1;
    }

    private static void Grow(ref byte[] buffer, int length)
    {
        if (buffer.Length > MaxMessage) throw new RedactionException(ErrorCodes.TooLarge, "mbox", "A message is larger than 64 MiB.");
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        buffer = larger;
    }
}
