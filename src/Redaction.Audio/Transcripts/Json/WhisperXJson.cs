using System.Collections.Immutable;

namespace Redaction.Audio;

/// <summary>JSON of WhisperX. Words that its aligner has no sounds for (digits, currency) carry no times and take all the time between
/// their neighbours.</summary>
internal sealed class WhisperXJson : ITranscriptFormat
{
    /// <inheritdoc/>
    public string Id => "whisperx-json";

    /// <inheritdoc/>
    public string Description => "JSON of WhisperX, with aligned words, characters and speakers.";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions => [".json"];

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head) =>
        JsonHead.IsObject(head) && head.IndexOf("\"segments\""u8) >= 0 && head.IndexOf("\"words\""u8) >= 0
        && (head.IndexOf("\"word_segments\""u8) >= 0 || head.IndexOf("\"score\""u8) >= 0);

    /// <inheritdoc/>
    public Transcript Read(byte[] content) => new WhisperReader(content, Id).Read();
}
