using Redaction.Audio;
using Redaction.Image;
using Redaction.Text;

namespace Redaction;

/// <summary>One policy bound to the redactors of all media.</summary>
/// <remarks>Immutable and thread-safe. Models and native libraries load when <see cref="Images"/> or <see cref="Videos"/> is first used.</remarks>
public sealed class RedactionEngine
{
    private readonly Lazy<ImageFileRedactor> _images;
    private readonly Lazy<VideoRedactor> _videos;

    internal RedactionEngine(LoadedPolicy policy, TextRedactor text, CallRedactor calls, Lazy<ImageFileRedactor> images, Lazy<VideoRedactor> videos, TextRedactor paths, RedactionStamp stamp, ImageRedactor masks)
    {
        ImageMasks = masks;
        _videos = videos;
        Stamp = stamp;
        Paths = paths;
        Policy = policy;
        Text = text;
        Calls = calls;
        _images = images;
        Files = new(this);
    }

    /// <summary>The policy that decides, with its digest.</summary>
    public LoadedPolicy Policy { get; }

    /// <summary>The versions of what finds.</summary>
    public RedactionStamp Stamp { get; }

    /// <summary>Redacts text; document formats take it as <c>new DocumentJob(redactor.Text)</c>.</summary>
    public TextRedactor Text { get; }

    /// <summary>Redacts transcripts, with or without their audio.</summary>
    public CallRedactor Calls { get; }

    /// <summary>Redacts image files.</summary>
    /// <exception cref="RedactionException">A model or native library is missing (<see cref="ErrorCodes.MissingDependency"/>).</exception>
    public ImageFileRedactor Images => _images.Value;

    /// <summary>Redacts videos.</summary>
    /// <exception cref="RedactionException">A model or native library is missing (<see cref="ErrorCodes.MissingDependency"/>).</exception>
    public VideoRedactor Videos => _videos.Value;

    /// <summary>Redacts files of every kind, each into another file.</summary>
    public FileRedactor Files { get; }

    /// <summary>Plans masks for findings from anywhere as the policy itself has it, whatever scores were asked for in this run; finds and loads nothing.</summary>
    public ImageRedactor ImageMasks { get; }

    /// <summary>Redacts field paths before they are written down.</summary>
    internal TextRedactor Paths { get; }
}
