using System.Collections.Immutable;

namespace Redaction.Audio;

/// <summary>WAV, RF64 and BW64 recordings. See README.md in this folder.</summary>
internal sealed class Wav : IFileFormat
{
    /// <inheritdoc/>
    public string Id => "wav";

    /// <inheritdoc/>
    public string Medium => Redaction.Medium.Audio;

    /// <inheritdoc/>
    public string Description => "Speech as WAV, with its transcript beside it under the same name.";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions { get; } = [".wav"];

    /// <inheritdoc/>
    /// <remarks>The reader says what is wrong with a file that is none.</remarks>
    public bool Recognises(ReadOnlySpan<byte> head, string name) => true;
}
