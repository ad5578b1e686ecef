using System.Collections.Immutable;

namespace Redaction.Batch;

/// <summary>What came of a rendering.</summary>
/// <param name="Files">Files written.</param>
/// <param name="Raw">Originals shown as they are, by entity type.</param>
/// <param name="Closed">Originals that could not be opened: no class key, or forgotten.</param>
/// <param name="Failures">Files that were not written, with the code.</param>
public sealed record ViewSummary(
    int Files, ImmutableSortedDictionary<string, long> Raw, long Closed, ImmutableArray<(string Source, string Code)> Failures);
