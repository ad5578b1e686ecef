using Redaction.Audio;
using Redaction.Image;
using Redaction.Text;

namespace Redaction;

/// <summary>The one place that says which item class works on a format.</summary>
internal static class FileItems
{
    /// <param name="format">What the file is.</param>
    /// <param name="spoken">The format of the transcript beside it; null when there is none.</param>
    public static IFileItem Of(IFileFormat format, ITranscriptFormat? spoken = null) => format switch
    {
        IContainerFormat container => new ContainerItem(container),
        IDocumentFormat document => new DocumentItem(document),
        ITranscriptFormat transcript => new TranscriptItem(transcript),
        KaldiDirectory => new KaldiItem(),
        ImageFormat => new ImageItem(format),
        VideoFormat video => new VideoItem(video, spoken),
        { Medium: Medium.Audio } => new CallItem(format, spoken),
        _ => throw new RedactionException(ErrorCodes.UnsupportedFormat, format.Id),
    };
}
