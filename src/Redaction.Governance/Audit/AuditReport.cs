using System.Collections.Immutable;

namespace Redaction.Governance;

/// <summary>What the verification of a log found.</summary>
/// <param name="Head">The log as it stands; null when it has no readable record.</param>
/// <param name="Checkpoints">Checkpoints that fit.</param>
/// <param name="Signatures">Of these, those whose signature was checked and is valid.</param>
/// <param name="Problems">What is wrong, by line.</param>
public sealed record AuditReport(AuditHead? Head, int Checkpoints, int Signatures, ImmutableArray<AuditProblem> Problems)
{
    /// <summary>True when nothing is wrong.</summary>
    public bool IsIntact => Problems.IsEmpty;
}
