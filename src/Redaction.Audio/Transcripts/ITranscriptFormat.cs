using System.Collections.Immutable;

namespace Redaction.Audio;

/// <summary>A file format of transcripts.</summary>
/// <remarks>Implementations are stateless. The way a format is read is internal: the set of formats is that of <see cref="TranscriptFormats"/>.</remarks>
public interface ITranscriptFormat
{
    /// <summary>Lower-case id, such as <c>srt</c>.</summary>
    string Id { get; }

    /// <summary>One sentence for help texts.</summary>
    string Description { get; }

    /// <summary>File name extensions with their dot, such as <c>.srt</c>.</summary>
    ImmutableArray<string> Extensions { get; }

    /// <summary>True when a file that begins so is of this format.</summary>
    /// <param name="head">The first 64 KiB, or the whole file where it is smaller.</param>
    bool Recognises(ReadOnlySpan<byte> head);

    /// <summary>Reads a transcript.</summary>
    /// <exception cref="RedactionException">The bytes are not such a transcript.</exception>
    internal Transcript Read(byte[] content);
}
