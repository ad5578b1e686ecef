using System.Collections.Immutable;

namespace Redaction.Batch;

/// <summary>What of an item was searched.</summary>
/// <param name="Unit">What is counted.</param>
/// <param name="Searched">Looked at.</param>
/// <param name="Structure">What the standard of the format defines.</param>
/// <param name="Embedded">Handed to another reader.</param>
/// <param name="Excluded">Left out by the caller.</param>
/// <param name="Unsearched">Nothing could look at it.</param>
internal sealed record ManifestSearch(string Unit, long Searched, long Structure, long Embedded, long Excluded, long Unsearched)
{
    /// <summary>What the policy says of what nothing could look at; null when there was nothing.</summary>
    public string? Choice { get; init; }

    /// <summary>Places that nothing could search, by kind and what was done with them.</summary>
    public ImmutableSortedDictionary<string, long> Places { get; init; } = ImmutableSortedDictionary<string, long>.Empty;

    /// <summary>Accounts of its parts.</summary>
    public ImmutableSortedDictionary<string, ManifestSearch> Parts { get; init; } = ImmutableSortedDictionary<string, ManifestSearch>.Empty;
}
