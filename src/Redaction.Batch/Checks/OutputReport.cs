using System.Collections.Immutable;

namespace Redaction.Batch;

/// <summary>What the verification of an output folder found.</summary>
/// <param name="Files">Files that were looked through.</param>
/// <param name="Surrogates">Findings that replacements account for, such as a pseudonym that looks like a name.</param>
/// <param name="Records">Records of the audit log.</param>
/// <param name="Signatures">Checkpoints of the audit log whose signature was checked and is valid.</param>
/// <param name="Problems">What is wrong.</param>
public sealed record OutputReport(int Files, long Surrogates, int Records, int Signatures, ImmutableArray<OutputProblem> Problems)
{
    /// <summary>True when nothing is wrong; what only a wider search finds is not.</summary>
    public bool IsIntact => Problems.All(static p => p.Kind == OutputProblem.Wider);
}
