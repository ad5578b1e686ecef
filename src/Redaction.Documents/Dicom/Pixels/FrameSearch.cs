using Redaction.Image;

namespace Redaction.Documents.Dicom;

/// <summary>Hands frames to whoever reads pictures, with what the header says in mind.</summary>
internal sealed class FrameSearch(DicomWork work)
{
    private const double Noisy = 4; // steps of brightness
    private const int SmallestNoisy = 128;

    /// <summary>What is to be painted; null when nobody reads pictures.</summary>
    public List<PixelBox>? Find(FramePicture picture, string path, int frame) =>
        Find(picture.ToTiff(), "image/tiff", Stream.Null, path, frame);

    /// <summary>Searches a frame: one of many shades of grey through its window and without it, where it can hold writing.</summary>
    /// <param name="module">What the data set says.</param>
    /// <param name="samples">The frame.</param>
    /// <param name="path">Where the frames stand.</param>
    /// <param name="frame">Its number, from 0.</param>
    public List<PixelBox>? Find(PixelModule module, in FrameSamples samples, string path, int frame)
    {
        var isShallow = module.Samples > 1 || module.Stored <= 8 || module.Palette.Length > 0;
        if (!isShallow && !work.Parts.ReadsPictures) return null;
        var all = new List<PixelBox>();
        foreach (var view in isShallow || module.Window is null ? [module] : (PixelModule[])[module, module with { Window = null }])
        {
            var picture = FramePicture.Of(view, samples);
            var isSeen = isShallow || StrokeSearch.Shows(picture);
            foreach (var each in isSeen ? WithoutNoise(picture).Prepend(picture) : [])
            {
                if (Find(each, path, frame) is not { } boxes) return null;
                all.AddRange(boxes);
            }
        }
        return all;
    }

    /// <summary>A noisy picture once more, smoothed: faint writing is not seen otherwise.</summary>
    private static IEnumerable<FramePicture> WithoutNoise(FramePicture picture)
    {
        var isSmall = Math.Min(picture.Width, picture.Height) < SmallestNoisy;
        if (isSmall || picture.Channels > 1 || StrokeSearch.Noise(picture) < Noisy) yield break;
        var smoothed = picture.Smoothed();
        if (StrokeSearch.Shows(smoothed)) yield return smoothed;
    }

    /// <summary>The same of a frame that is a picture file already.</summary>
    /// <param name="file">The file.</param>
    /// <param name="mediaType">What it is.</param>
    /// <param name="output">Receives it redacted.</param>
    /// <param name="path">Where the frames stand.</param>
    /// <param name="frame">Its number, from 0.</param>
    public List<PixelBox>? Find(ReadOnlyMemory<byte> file, string mediaType, Stream output, string path, int frame)
    {
        work.Job.Cancellation.ThrowIfCancellationRequested();
        var observer = new FrameObserver(work.Job.Observer, path, frame);
        using var input = new MemoryStream(file.ToArray());
        var part = new FilePart(null, mediaType) { Known = work.Known };
        return work.Parts.Redact(part, input, output, observer) ? observer.Boxes : null;
    }
}
