using System.Collections.Immutable;

namespace Redaction;

/// <summary>What was done to a file.</summary>
/// <param name="Kind">How it was worked through: <c>text</c>, <c>transcript</c>, <c>call</c>, <c>image</c> or <c>video</c>.</param>
/// <param name="Format">Id of its format.</param>
public sealed record FileSummary(string Kind, string Format)
{
    /// <summary>Values taken out, by entity. A value that was taken out of a transcript and its audio counts in both.</summary>
    public ImmutableSortedDictionary<string, long> Entities { get; init; } = ImmutableSortedDictionary<string, long>.Empty;

    /// <summary>Values taken out, by operator.</summary>
    public ImmutableSortedDictionary<string, long> Operators { get; init; } = ImmutableSortedDictionary<string, long>.Empty;

    /// <summary>Findings that the policy kept.</summary>
    public long Kept { get; init; }

    /// <summary>Values taken out.</summary>
    public long Total => Entities.Values.Sum();
}
