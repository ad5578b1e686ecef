using System.Collections.Immutable;
using Redaction.Audio;
using Redaction.Documents;
using Redaction.Image;
using Redaction.Text;

namespace Redaction;

/// <summary>The file formats of all media, and the one place that says what a file is.</summary>
public static class FileFormats
{
    /// <summary>All formats: documents before transcripts, images, videos and recordings.</summary>
    public static ImmutableArray<IFileFormat> All { get; } =
    [
        .. DocumentFormats.All, .. PackageFormats.All, .. TranscriptFormats.All, KaldiDirectory.Format,
        .. ImageFormats.All, .. VideoFormat.All, .. RecordingFormats.All,
    ];

    /// <summary>Recordings in containers of videos, which tell in their beginning that they hold no pictures.</summary>
    private static readonly ImmutableArray<CompressedAudio> s_soundInVideo = [.. CompressedAudio.All.Where(static f => f.IsVideoToo)];

    /// <summary>A transcript or a record of medicine is JSON or text too, so it is asked first.</summary>
    private static readonly ImmutableArray<IFileFormat> s_asked =
    [
        .. TranscriptFormats.All, .. PackageFormats.All, .. s_soundInVideo,
        .. All.Where(static f => f is not ITranscriptFormat && !PackageFormats.All.Contains(f) && !s_soundInVideo.Contains(f)),
    ];

    /// <summary>The length of the beginning of a file that every format can be recognised by.</summary>
    public static int HeadLength => 64 * 1024;

    /// <summary>Says what a file is, from its extension and its first bytes. What they disagree on is refused.</summary>
    /// <param name="name">The file's name, with or without its folder.</param>
    /// <param name="head">Its first <see cref="HeadLength"/> bytes, or all of them.</param>
    /// <exception cref="RedactionException">No format reads the file (<see cref="ErrorCodes.UnsupportedFormat"/>), or it is another format
    /// than
    /// its extension says (<see cref="ErrorCodes.WrongExtension"/>).</exception>
    public static IFileFormat Detect(string name, ReadOnlySpan<byte> head)
    {
        ArgumentNullException.ThrowIfNull(name);
        var extension = Path.GetExtension(name);
        if (extension.Equals(".ann", StringComparison.OrdinalIgnoreCase))
            throw new RedactionException(ErrorCodes.UnsupportedFormat, "input",
                "Annotations point into the text beside them, whose length changes: write texts with their spans as JSON Lines.");
        IFileFormat? refused = null;
        foreach (var format in s_asked)
        {
            if (!format.Extensions.Contains(extension, StringComparer.OrdinalIgnoreCase)) continue;
            if (format.Recognises(head, name)) return format;
            if (format is not ITranscriptFormat) refused = format; // several kinds of transcript share an extension
        }
        if (refused is null)
        {
            // A name that says nothing: what tells itself, and what is text, is read as such.
            if (Named(name) is null && PackageFormats.Sniff(head) is { } package) return package;
            if (Named(name) is null && ImageFormats.Sniff(head) is null && TextSniffer.FormatOf(head) is { } text) return text;
            throw new RedactionException(ErrorCodes.UnsupportedFormat, "input",
                "'redact formats' lists what can be redacted; convert the file to one of them.");
        }
        // TypeScript has the extensions of MPEG transport streams.
        if (extension.ToLowerInvariant() is ".ts" or ".mts" && TextSniffer.FormatOf(head) is { } code) return code;
        throw new RedactionException(ErrorCodes.WrongExtension, refused.Id, ImageFormats.Sniff(head) is { } image
            ? $"The content is {image.Id}: give the file that extension."
            : $"The content is not {refused.Id}: give the file the extension of what it holds.");
    }

    /// <summary>The first format that uses the extension of <paramref name="name"/>, for choices that are made before a file is opened;
    /// null when none does.</summary>
    internal static IFileFormat? Named(string name)
    {
        var extension = Path.GetExtension(name);
        foreach (var format in All)
            if (format.Extensions.Contains(extension, StringComparer.OrdinalIgnoreCase)) return format;
        return null;
    }

    /// <summary>True for a file with the extension of a video that holds no pictures, only sound.</summary>
    internal static bool IsSoundInVideo(string name, ReadOnlySpan<byte> head)
    {
        var extension = Path.GetExtension(name);
        foreach (var format in s_soundInVideo)
            if (format.Extensions.Contains(extension, StringComparer.OrdinalIgnoreCase) && format.Recognises(head, name)) return true;
        return false;
    }

    /// <summary>The transcript format that a file beside a recording is of; null when it is none.</summary>
    internal static ITranscriptFormat? TranscriptOf(string name, ReadOnlySpan<byte> head)
    {
        var extension = Path.GetExtension(name);
        foreach (var format in TranscriptFormats.All)
        {
            IFileFormat file = format;
            if (file.Extensions.Contains(extension, StringComparer.OrdinalIgnoreCase) && file.Recognises(head, name)) return format;
        }
        return extension.Equals(".json", StringComparison.OrdinalIgnoreCase) ? TranscriptFormats.OfShape(head) : null;
    }

    /// <summary>The format that a container means by a media type; null when there is none.</summary>
    internal static IFileFormat? OfMediaType(string mediaType)
    {
        foreach (var format in All)
            if (format.MediaTypes.Contains(mediaType)) return format;
        return null;
    }
}
