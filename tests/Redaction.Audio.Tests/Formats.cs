namespace Redaction.Audio.Tests;

/// <summary>Finds formats as the engine does, which knows all media.</summary>
internal static class Formats
{
    public static ITranscriptFormat? Detect(string extension, ReadOnlySpan<byte> head)
    {
        foreach (var format in TranscriptFormats.All)
            if (format.Extensions.Contains(extension, StringComparer.OrdinalIgnoreCase) && ((IFileFormat)format).Recognises(head, "call" + extension)) return format;
        return null;
    }

    public static CompressedAudio Compressed(string extension) => CompressedAudio.All.Single(f => f.Extension == extension);
}
