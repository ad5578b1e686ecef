using System.Collections.Immutable;

namespace Redaction;

/// <summary>A file format that can be redacted, whatever its medium.</summary>
/// <remarks>Implementations are stateless and thread-safe. What reads and writes a format belongs to its family, such as documents or
/// images.</remarks>
public interface IFileFormat
{
    /// <summary>Lower-case id, such as <c>json</c>; no two formats share one.</summary>
    string Id { get; }

    /// <summary>One of <see cref="Redaction.Medium.All"/>.</summary>
    string Medium { get; }

    /// <summary>One sentence for help texts.</summary>
    string Description { get; }

    /// <summary>File extensions with their dot, lower case; the usual one first.</summary>
    ImmutableArray<string> Extensions { get; }

    /// <summary>Media types under which containers such as e-mail carry it, lower case.</summary>
    /// <value>None.</value>
    ImmutableArray<string> MediaTypes => [];

    /// <summary>Whether a file can be of this format. It is asked of files that have one of <see cref="Extensions"/>.</summary>
    /// <param name="head">The first 64 KiB, or the whole file where it is smaller.</param>
    /// <param name="name">The file's name, with or without its folder.</param>
    bool Recognises(ReadOnlySpan<byte> head, string name);
}
