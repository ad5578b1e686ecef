namespace Redaction.Audio.Tests;

/// <summary>Finds formats as the engine does, which knows all media.</summary>
internal static class Formats
{
    public static ITranscriptFormat? Detect(string extension, ReadOnlySpan<byte> head)
    {
        foreach (var format in TranscriptFormats.All)
        {
            IFileFormat file = format;
            if (file.Extensions.Contains(extension, StringComparer.OrdinalIgnoreCase) && file.Recognises(head, "call" + extension))
                return format;
        }
        return null;
    }

    public static CompressedAudio Compressed(string extension) => CompressedAudio.All.Single(f => f.Extension == extension);
}
