using System.Collections.Immutable;

namespace Redaction.Audio;

/// <summary>The transcript formats that can be read.</summary>
public static class TranscriptFormats
{
    /// <summary>Every transcript format; the more specific of two with one extension stands first.</summary>
    public static ImmutableArray<ITranscriptFormat> All { get; } =
        [.. SpeechServices.All, new WhisperCppJson(), new WhisperXJson(), new WhisperJson(), new Srt(), new WebVtt(), new Ctm(), new Stm(), new Rttm(), new TextGrid(), new Eaf(), new Ttml()];

    /// <summary>The format of a file, or null when it is no transcript that can be read.</summary>
    /// <param name="extension">The file's extension with its dot, in any case.</param>
    /// <param name="head">The first 64 KiB of the file.</param>
    public static ITranscriptFormat? Detect(string extension, ReadOnlySpan<byte> head)
    {
        ArgumentNullException.ThrowIfNull(extension);
        head = TranscriptEncoding.Utf8Head(head);
        foreach (var format in All)
            if (format.Extensions.Contains(extension, StringComparer.OrdinalIgnoreCase) && format.Recognises(head)) return format;
        return null;
    }
}
