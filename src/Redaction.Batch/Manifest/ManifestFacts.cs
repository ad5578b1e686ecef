using System.Collections.Immutable;

namespace Redaction.Batch;

/// <summary>What only some kinds of item have to tell; null: not told.</summary>
internal sealed record ManifestFacts
{
    public static ManifestFacts None { get; } = new();

    public int? Width { get; init; }

    public int? Height { get; init; }

    public int? Pages { get; init; }

    /// <summary>Of the pixels of an image, what was painted over.</summary>
    public double? ShareMasked { get; init; }

    public ImmutableArray<string>? MetadataDropped { get; init; }

    public int? Frames { get; init; }

    public int? FramesMasked { get; init; }

    /// <summary>In how many frames written text was read.</summary>
    public int? FramesRead { get; init; }

    public int? Tracks { get; init; }

    /// <summary>What became of the sound of a video.</summary>
    public string? Audio { get; init; }

    public double? Seconds { get; init; }

    public double? SecondsMasked { get; init; }

    public ImmutableSortedDictionary<string, double>? SecondsByEntity { get; init; }

    /// <summary>Masked seconds for each spoken second of a value.</summary>
    public double? OverMasking { get; init; }

    public int? Unlocated { get; init; }

    /// <summary>What was left out since it is not needed, by name.</summary>
    public ImmutableSortedDictionary<string, long>? Dropped { get; init; }

    /// <summary>Speech of which the transcript says nothing.</summary>
    public double? SecondsUnheard { get; init; }

    /// <summary>What of it fell silent.</summary>
    public double? SecondsSilenced { get; init; }

    /// <summary>Its share of all speech.</summary>
    public double? ShareUnheard { get; init; }

    /// <summary>What became of the voices.</summary>
    public string? Voices { get; init; }

    /// <summary>What made the transcript of a recording that has none.</summary>
    public string? Transcriber { get; init; }

    /// <summary>The format of that transcript.</summary>
    public string? TranscriptFormat { get; init; }
}
