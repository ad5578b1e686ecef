using System.Collections.Immutable;

namespace Redaction.Text;

/// <summary>E-mail messages. See README.md in this folder.</summary>
internal sealed class Mail : IContainerFormat
{
    private const int MaxMessage = 64 << 20;

    /// <inheritdoc/>
    public string Id => "mail";

    /// <inheritdoc/>
    public string Description =>
        "E-mail (.eml): header fields and parts are redacted, attached files by their own formats; parts that no format reads are emptied.";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions { get; } = [".eml", ".mht", ".mhtml"];

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
        using var message = new MemoryStream();
        Span<byte> buffer = stackalloc byte[8192];
        for (int read; (read = input.Read(buffer)) > 0;)
        {
            job.Cancellation.ThrowIfCancellationRequested();
            if (message.Length + read > MaxMessage)
                throw new RedactionException(ErrorCodes.TooLarge, "mail", "The message is larger than 64 MiB.");
            message.Write(buffer[..read]);
        }
        var bytes = message.GetBuffer().AsSpan(0, (int)message.Length);
        try
        {
            new MailWriter(job, parts).Write(bytes, output);
        }
        finally
        {
            bytes.Clear();
        }
        job.End(this);
    }
}
