using System.Collections.Immutable;

namespace Redaction.Audio;

/// <summary>The transcript formats that can be read.</summary>
public static class TranscriptFormats
{
    /// <summary>JSON of Whisper and of what writes the same: <c>segments</c> with <c>words</c>.</summary>
    public static ITranscriptFormat WhisperJson { get; } = new WhisperJson();

    /// <summary>JSON of WhisperX.</summary>
    public static ITranscriptFormat WhisperXJson { get; } = new WhisperXJson();

    /// <summary>JSON of whisper.cpp.</summary>
    public static ITranscriptFormat WhisperCppJson { get; } = new WhisperCppJson();

    /// <summary>SubRip captions.</summary>
    public static ITranscriptFormat Srt { get; } = new Srt();

    /// <summary>WebVTT captions.</summary>
    public static ITranscriptFormat WebVtt { get; } = new WebVtt();

    /// <summary>Every transcript format; the more specific of two with one extension stands first.</summary>
    public static ImmutableArray<ITranscriptFormat> All { get; } =
    [
        .. SpeechServices.All, WhisperCppJson, WhisperXJson, WhisperJson, Srt, WebVtt,
        new PocketSphinx(), new Ctm(), new Stm(), new Rttm(),
        new TextGrid(), new Eaf(), new Trs(), new OpenAiRealtime(), new Ttml(), new Chat(),
        ShapedJson.Alone, new TimedLines(), new TimedTable(),
    ];

    /// <summary>The format for JSON beside a recording that no other knows; null when it holds nothing that has times.</summary>
    /// <param name="head">The beginning of the file.</param>
    internal static ITranscriptFormat? OfShape(ReadOnlySpan<byte> head) =>
        ShapedJson.BesideSound.Recognises(TranscriptEncoding.Utf8Head(head)) ? ShapedJson.BesideSound : null;
}
