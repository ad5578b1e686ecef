namespace Redaction.Audio;

/// <summary>Reads and writes the files of transcripts.</summary>
internal static class TranscriptFile
{
    private const int MaximumTranscript = 256 * 1024 * 1024;

    /// <summary>A transcript beside a recording tells when something is spoken.</summary>
    /// <exception cref="RedactionException">It does not.</exception>
    public static void EnsureTimes(Transcript read, ITranscriptFormat format)
    {
        if (read.HasTimes) return;
        throw string.IsNullOrWhiteSpace(read.Master.Text)
            ? new RedactionException(ErrorCodes.NoTranscript, format.Id,
                "There are no words in the transcript: have the recording transcribed again, or leave it out.")
            : new RedactionException(ErrorCodes.NoTime, format.Id,
                "The transcript does not say when anything is spoken: have it made with times.");
    }

    /// <summary>Writes a transcript in the encoding in which it was read.</summary>
    public static void Write(Transcript read, TranscriptEdits edits, Stream output)
    {
        var writer = TranscriptEncoding.Writer(read.WrittenIn, output);
        edits.Write(writer);
        if (!ReferenceEquals(writer, output)) writer.Dispose();
    }

    /// <summary>Reads a transcript.</summary>
    /// <exception cref="RedactionException">It is too large, or cannot be read.</exception>
    public static Transcript Read(Stream transcript, ITranscriptFormat format, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        ArgumentNullException.ThrowIfNull(format);
        var content = ReadAll(transcript, format.Id, cancellationToken);
        var read = Stoppable.Run(
            content.Length, () => format.Read(TranscriptEncoding.ToUtf8(content, format.Id)), cancellationToken);
        read.WrittenIn = TranscriptEncoding.Of(content);
        return read;
    }

    private static byte[] ReadAll(Stream input, string format, CancellationToken cancellationToken)
    {
        if (input.CanSeek && input.Length - input.Position is > 0 and <= MaximumTranscript and var size)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var whole = new byte[size];
            if (input.ReadAtLeast(whole, whole.Length, throwOnEndOfStream: false) == whole.Length) return whole;
            throw new RedactionException(ErrorCodes.Truncated, format, "The transcript ends too early.");
        }
        using var content = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (input.Read(buffer) is var count and > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            content.Write(buffer, 0, count);
            if (content.Length > MaximumTranscript)
                throw new RedactionException(ErrorCodes.TooLarge, format, "A transcript may have 256 MiB.");
        }
        return content.ToArray();
    }
}
