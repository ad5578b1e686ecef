using System.Collections.Immutable;

namespace Redaction.Audio;

/// <summary>The transcript formats that can be read.</summary>
public static class TranscriptFormats
{
    /// <summary>Every transcript format; the more specific of two with one extension stands first.</summary>
    public static ImmutableArray<ITranscriptFormat> All { get; } =
        [.. SpeechServices.All, new WhisperCppJson(), new WhisperXJson(), new WhisperJson(), new Srt(), new WebVtt(), new Ctm(), new Stm(), new Rttm(), new TextGrid(), new Eaf(), new Ttml()];
}
