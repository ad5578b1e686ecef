using System.Collections.Immutable;

namespace Redaction.Audio;

/// <summary>JSON of OpenAI Whisper and of its API (<c>verbose_json</c>), with words or with segments only.</summary>
internal sealed class WhisperJson : ITranscriptFormat
{
    /// <inheritdoc/>
    public string Id => "whisper-json";

    /// <inheritdoc/>
    public string Description => "JSON of OpenAI Whisper, faster-whisper and the API's verbose_json.";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions => [".json"];

    /// <inheritdoc/>
    /// <remarks>Lists of single words are taken for a transcript even without times: read as ordinary JSON, a number that is split over
    /// words would be found nowhere.</remarks>
    public bool Recognises(ReadOnlySpan<byte> head) =>
        JsonHead.IsObject(head)
        && (JsonHead.IsLongText(head) || (head.IndexOf("\"words\""u8) >= 0 && head.IndexOf("\"word\""u8) >= 0)
            || (head.IndexOf("\"segments\""u8) >= 0 && head.IndexOf("\"text\""u8) >= 0 && head.IndexOf("\"start\""u8) >= 0
                && head.IndexOf("\"end\""u8) >= 0));

    /// <inheritdoc/>
    public Transcript Read(byte[] content) => new WhisperReader(content, Id).Read();
}
