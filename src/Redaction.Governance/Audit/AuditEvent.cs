using System.Collections.Immutable;

namespace Redaction.Governance;

/// <summary>Something that happened to data. It names things by ids and digests and never holds a value.</summary>
/// <param name="Event">One of <see cref="AuditEvents"/>.</param>
public sealed record AuditEvent(string Event)
{
    /// <summary>Who did it: an account or a process, not a person's name.</summary>
    public string? Actor { get; init; }

    /// <summary>Keyed reference of the person concerned, from an index of subjects.</summary>
    public string? Subject { get; init; }

    /// <summary>SHA-256 of the artefact concerned, lower-case hex.</summary>
    public string? Artefact { get; init; }

    /// <summary>SHA-256 of the policy that decided, lower-case hex.</summary>
    public string? Policy { get; init; }

    /// <summary>What more there is to say: ids, codes, digests.</summary>
    public ImmutableSortedDictionary<string, string> Details { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>How many of what.</summary>
    public ImmutableSortedDictionary<string, long> Counts { get; init; } = ImmutableSortedDictionary<string, long>.Empty;
}
