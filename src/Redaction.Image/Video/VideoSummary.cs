using System.Collections.Immutable;

namespace Redaction.Image;

/// <summary>What was done to a video.</summary>
/// <param name="Format">Id of its format.</param>
/// <param name="Width">Width of the upright frames.</param>
/// <param name="Height">Height of the upright frames.</param>
/// <param name="Frames">Number of frames, all of them worked through.</param>
/// <param name="FramesPerSecond">Constant rate of the output.</param>
/// <param name="Tracks">Number of things that were followed and masked.</param>
/// <param name="MaskedFrames">Number of frames with a mask.</param>
public sealed record VideoSummary(string Format, int Width, int Height, int Frames, double FramesPerSecond, int Tracks, int MaskedFrames)
{
    /// <summary>What was taken out, by entity and operator; what is followed through the frames counts once.</summary>
    /// <value>Empty: nothing was found.</value>
    public ImmutableArray<FindingCount> Findings { get; init; } = [];

    /// <summary>Frames in which written text was read; it stays masked between them.</summary>
    internal int ReadFrames { get; init; }

    /// <summary>What the file holds and the output does not: sound, subtitles, chapters, metadata.</summary>
    internal ImmutableSortedDictionary<string, long> Left { get; init; } = ImmutableSortedDictionary<string, long>.Empty;
}
