using Redaction.Audio;
using Redaction.Image;
using Redaction.Text;

namespace Redaction;

/// <summary>One policy bound to the redactors of all media.</summary>
/// <remarks>Immutable and thread-safe. Models and native libraries load when <see cref="Images"/> or
/// <see cref="Videos"/> is first used.</remarks>
public sealed class RedactionEngine
{
    private readonly EngineParts _parts;

    internal RedactionEngine(EngineParts parts)
    {
        _parts = parts;
        Files = new(this);
    }

    /// <summary>The policy that decides, with its digest.</summary>
    public LoadedPolicy Policy => _parts.Policy;

    /// <summary>The versions of what finds.</summary>
    internal RedactionStamp Stamp => _parts.Stamp;

    /// <summary>Names that requests may use although no rule asks for them.</summary>
    internal System.Collections.Immutable.ImmutableArray<string> Declared => _parts.Declared;

    /// <summary>Detectors that are there and do not run, sorted.</summary>
    internal System.Collections.Immutable.ImmutableArray<string> Off => _parts.Off;

    /// <summary>What was switched on and off besides the policy.</summary>
    internal SearchSwitches Switches => _parts.Switches;

    /// <summary>Redacts text; document formats take it as <c>new DocumentJob(redactor.Text)</c>.</summary>
    public TextRedactor Text => _parts.Text;

    /// <summary>Redacts transcripts, with or without their audio.</summary>
    public CallRedactor Calls => _parts.Calls;

    /// <summary>Makes the transcripts of recordings that have none; null where there is no recogniser.</summary>
    internal ITranscriber? Transcriber => _parts.Transcriber;

    /// <summary>Listens to redacted recordings; null where nobody does.</summary>
    internal ITranscriber? Listener => _parts.Listener;

    /// <summary>Redacts image files.</summary>
    /// <exception cref="RedactionException">A model or native library is missing (<see cref="ErrorCodes.MissingDependency"/>).</exception>
    public ImageFileRedactor Images => _parts.Images.Value;

    /// <summary>Redacts images that the caller has decoded.</summary>
    /// <exception cref="RedactionException">A model or native library is missing (<see cref="ErrorCodes.MissingDependency"/>).</exception>
    public ImageRedactor Pixels => _parts.Pixels.Value;

    /// <summary>Redacts videos.</summary>
    /// <exception cref="RedactionException">A model or native library is missing (<see cref="ErrorCodes.MissingDependency"/>).</exception>
    public VideoRedactor Videos => _parts.Videos.Value;

    /// <summary>Redacts files of every kind, each into another file.</summary>
    public FileRedactor Files { get; }

    /// <summary>Plans masks for findings from anywhere as the policy itself has it, whatever scores were asked for in this run;
    /// finds and loads nothing.</summary>
    public ImageRedactor ImageMasks => _parts.ImageMasks;

    /// <summary>Redacts field paths before they are written down.</summary>
    internal TextRedactor Paths => _parts.Paths;

    /// <summary>What is set for the formats of documents with parts, one of a kind.</summary>
    internal System.Collections.Immutable.ImmutableArray<object> PartSettings => _parts.PartSettings;
}
