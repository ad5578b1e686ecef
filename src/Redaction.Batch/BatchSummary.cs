using System.Collections.Immutable;

namespace Redaction.Batch;

/// <summary>What a batch came to.</summary>
public sealed record BatchSummary
{
    /// <summary>Items that were redacted, by kind.</summary>
    public required ImmutableSortedDictionary<string, int> Redacted { get; init; }

    /// <summary>Items of which nothing was released, by error code.</summary>
    public required ImmutableSortedDictionary<string, int> Failures { get; init; }

    /// <summary>What all items of an error code say should be done, where they say the same.</summary>
    internal ImmutableSortedDictionary<string, string> Advice { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Records that were left out of items that were redacted, by error code.</summary>
    public ImmutableSortedDictionary<string, long> RefusedRecords { get; init; } = ImmutableSortedDictionary<string, long>.Empty;

    /// <summary>True when everything that was read was released.</summary>
    public bool IsComplete => Failures.IsEmpty && RefusedRecords.IsEmpty;

    /// <summary>Values found and taken out, by entity.</summary>
    public required ImmutableSortedDictionary<string, long> Entities { get; init; }

    /// <summary>Values taken out, by operator.</summary>
    public required ImmutableSortedDictionary<string, long> Operators { get; init; }

    /// <summary>Findings that the policy let through.</summary>
    public required long Kept { get; init; }

    /// <summary>Bytes read.</summary>
    public required long Bytes { get; init; }

    /// <summary>What was left out of items since it is not needed or never leaves, by name.</summary>
    public ImmutableSortedDictionary<string, long> Dropped { get; init; } = ImmutableSortedDictionary<string, long>.Empty;

    /// <summary>Places that nothing could search in what was released, by kind and what was done with them.</summary>
    public ImmutableSortedDictionary<string, long> Unsearched { get; init; } = ImmutableSortedDictionary<string, long>.Empty;

    /// <summary>What was asked for and is nowhere: fields that no record has, rules that cannot match; one sentence each.</summary>
    public ImmutableArray<string> Unmatched { get; init; } = [];

    /// <summary>Rules of the policy that are for another purpose, role or locale than that of the run; one sentence each.</summary>
    internal ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>Seconds of recordings in which somebody speaks and no transcript says what.</summary>
    public double UnheardSeconds { get; init; }

    /// <summary>What of them fell silent.</summary>
    public double SilencedSeconds { get; init; }

    /// <summary>Their share of all speech; null when nobody speaks.</summary>
    public double? ShareUnheard { get; init; }

    /// <summary>Number of items that were redacted.</summary>
    public int Done => Redacted.Values.Sum();

    /// <summary>Number of items of which nothing was released.</summary>
    public int Failed => Failures.Values.Sum();
}
