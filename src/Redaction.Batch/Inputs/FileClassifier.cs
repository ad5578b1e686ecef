using Redaction.Audio;
using Redaction.Image;
using Redaction.Text;

namespace Redaction.Batch;

/// <summary>Says what a file is, from its extension and its first bytes. What they disagree on is not worked on.</summary>
internal static class FileClassifier
{
    public const int HeadLength = 64 * 1024;

    public static bool IsAudio(string path) => Path.GetExtension(path).Equals(".wav", StringComparison.OrdinalIgnoreCase) || CompressedAudio.For(path) is not null;

    public static bool IsVideo(string path) => VideoFormat.ForExtension(Path.GetExtension(path)) is not null;

    /// <exception cref="RedactionException">No format reads the file, or it is another format than its extension says.</exception>
    public static FileClass Classify(string path, ReadOnlySpan<byte> head)
    {
        var extension = Path.GetExtension(path).ToLowerInvariant();
        if (ImageFormats.ForExtension(extension) is { } image) return ClassifyImage(image, head);
        if (VideoFormat.ForExtension(extension) is { } video) return ClassifyVideo(video, head);
        if (TranscriptFormats.Detect(extension, head) is { } transcript) return new(ItemKind.Transcript, transcript.Id, null, transcript);
        if (DocumentFormats.ForExtension(extension) is not { } document)
            throw new RedactionException(ErrorCodes.UnsupportedFormat, "input", "'redact formats' lists what can be redacted.");
        if (IsBinary(head)) throw new RedactionException(ErrorCodes.WrongExtension, document.Id, "Give the file the extension of what it holds.");
        return new(ItemKind.Text, document.Id, document, null);
    }

    private static FileClass ClassifyImage(ImageFormat image, ReadOnlySpan<byte> head)
    {
        if (ImageFormats.Sniff(head) is { } found && found != image)
            throw new RedactionException(ErrorCodes.WrongExtension, image.Id, $"The content is {found.Id}: give the file that extension.");
        return new(ItemKind.Image, image.Id, null, null);
    }

    private static FileClass ClassifyVideo(VideoFormat video, ReadOnlySpan<byte> head) => video.Recognises(head)
        ? new(ItemKind.Video, video.Id, null, null)
        : throw new RedactionException(ErrorCodes.WrongExtension, video.Id, "The content is no video of this kind: give the file the extension of what it holds.");

    /// <summary>True for content that no text format reads although its bytes might pass for text.</summary>
    private static bool IsBinary(ReadOnlySpan<byte> head) =>
        ImageFormats.Sniff(head) is not null || head.StartsWith("%PDF-"u8) || head.StartsWith("PK\u0003\u0004"u8)
        || (head.StartsWith("RIFF"u8) && head.Length >= 12 && head[8..12].SequenceEqual("WAVE"u8)) || head.StartsWith<byte>([0x1F, 0x8B]);
}
