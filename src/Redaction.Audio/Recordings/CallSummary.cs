using System.Collections.Immutable;

namespace Redaction.Audio;

/// <summary>What was done to a recording.</summary>
/// <param name="Seconds">Length of the recording.</param>
/// <param name="MaskedSeconds">How much of it was overwritten.</param>
public sealed record CallSummary(double Seconds, double MaskedSeconds)
{
    /// <summary>What was taken out of the words, by entity and operator.</summary>
    /// <value>Empty: nothing was found.</value>
    public ImmutableArray<FindingCount> Findings { get; init; } = [];

    /// <summary>What was masked, for the manifest.</summary>
    public CallProof Proof { get; init; } = CallProof.None;

    /// <summary>The voices were disguised.</summary>
    public bool IsDisguised { get; init; }

    /// <summary>What made the transcript; it is not kept.</summary>
    /// <value>Null: it was there.</value>
    public string? Transcriber { get; init; }

    /// <summary>The format of the transcript that was made.</summary>
    internal string? TranscriptFormat { get; init; }

    /// <summary>What a second recogniser hears in it; null where nobody listened.</summary>
    internal HeardAgain? Heard { get; init; }

    /// <summary>Seconds of words that the transcript tells the times of.</summary>
    public double SpokenSeconds { get; init; }

    /// <summary>Seconds in which somebody speaks and the transcript says nothing.</summary>
    public double UnheardSeconds { get; init; }

    /// <summary>Seconds that fell silent because nobody knows what is said there; no part of <see cref="MaskedSeconds"/>.</summary>
    public double SilencedSeconds { get; init; }

    /// <summary>What the recording holds and the output does not: further tracks, pictures, metadata.</summary>
    internal ImmutableSortedDictionary<string, long> Left { get; init; } = ImmutableSortedDictionary<string, long>.Empty;

    /// <summary>The share of all speech of which the transcript says nothing; null when nobody speaks.</summary>
    public double? ShareUnheard =>
        SpokenSeconds + UnheardSeconds > 0 ? UnheardSeconds / (SpokenSeconds + UnheardSeconds) : null;
}
