using System.Collections.Immutable;

namespace Redaction.Batch;

/// <summary>A class of data that a law or a standard names, and what a policy does with it.</summary>
/// <param name="Name">The class.</param>
/// <param name="Reference">Where it is named.</param>
/// <param name="Entities">Entity types of the class that detectors find and the policy takes out.</param>
/// <param name="Detectors">The detectors that find them.</param>
/// <param name="Limit">What of the class is not covered; null when nothing is known.</param>
internal sealed record CoverageClass(
    string Name, string Reference, ImmutableArray<string> Entities, ImmutableArray<string> Detectors, string? Limit)
{
    /// <summary><c>covered</c>, <c>partly</c> or <c>not</c>.</summary>
    public string State => Entities.IsEmpty ? "not" : Limit is null ? "covered" : "partly";
}
