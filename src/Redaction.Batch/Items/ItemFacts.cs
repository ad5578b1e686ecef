using System.Collections.Immutable;
using Redaction.Audio;

namespace Redaction.Batch;

/// <summary>What only one kind of item has to tell.</summary>
internal sealed record ItemFacts
{
    public static ItemFacts None { get; } = new();

    public int Pages { get; init; }

    public int Width { get; init; }

    public int Height { get; init; }

    public int Frames { get; init; }

    public int FramesMasked { get; init; }

    public int Tracks { get; init; }

    public ImmutableArray<string> MetadataDropped { get; init; } = [];

    public double Seconds { get; init; }

    public double SecondsMasked { get; init; }

    /// <summary>The voices of a recording are disguised.</summary>
    public bool HasOtherVoices { get; init; }

    public CallProof Proof { get; init; } = CallProof.None;

    public ImmutableArray<byte> Thumbnail { get; init; } = [];
}
