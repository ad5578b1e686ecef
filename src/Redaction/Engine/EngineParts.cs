using Redaction.Image;
using Redaction.Text;

namespace Redaction;

/// <summary>What an engine is put together from.</summary>
internal sealed record EngineParts
{
    public required LoadedPolicy Policy { get; init; }

    public required RedactionStamp Stamp { get; init; }

    public required System.Collections.Immutable.ImmutableArray<string> Declared { get; init; }

    /// <summary>Detectors that are there and do not run.</summary>
    public required System.Collections.Immutable.ImmutableArray<string> Off { get; init; }

    public required SearchSwitches Switches { get; init; }

    public required TextRedactor Text { get; init; }

    public required Audio.CallRedactor Calls { get; init; }

    /// <summary>Makes the transcripts of recordings that have none; null: they are refused or silenced.</summary>
    public required Audio.ITranscriber? Transcriber { get; init; }

    /// <summary>Listens to redacted recordings; null: nobody does.</summary>
    public required Audio.ITranscriber? Listener { get; init; }

    /// <summary>Finds in pixels and paints them.</summary>
    public required Lazy<ImageRedactor> Pixels { get; init; }

    public required Lazy<ImageFileRedactor> Images { get; init; }

    public required Lazy<VideoRedactor> Videos { get; init; }

    public required ImageRedactor ImageMasks { get; init; }

    public required TextRedactor Paths { get; init; }

    /// <summary>What is set for the formats of documents with parts, one of a kind.</summary>
    public required System.Collections.Immutable.ImmutableArray<object> PartSettings { get; init; }
}
