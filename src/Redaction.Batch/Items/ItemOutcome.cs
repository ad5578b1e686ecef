using System.Collections.Immutable;

namespace Redaction.Batch;

/// <summary>What came of one item.</summary>
/// <param name="Notes">What was noted of it.</param>
/// <param name="File">How it was worked through; null when no format reads it.</param>
/// <param name="Inputs">Digests of the inputs, in the order of <see cref="BatchItem.Files"/>.</param>
/// <param name="Outputs">Digests of the outputs, in the same order; empty when nothing was released.</param>
/// <param name="Failure">Why nothing was released; null for what was redacted.</param>
internal sealed record ItemOutcome(
    ItemNotes Notes, IFileItem? File, ImmutableArray<FileDigest> Inputs, ImmutableArray<FileDigest> Outputs,
    RedactionException? Failure = null) : IDisposable
{
    /// <summary>True for an item that an earlier run redacted and this one keeps; the spool holds its line of the manifest.</summary>
    public bool IsKept { get; init; }

    public BatchItem Item => Notes.Item;

    public ItemCounts Counts => Notes.Counts;

    public PlanSpool Spool => Notes.Spool;

    /// <summary>One of <see cref="ItemKinds"/>.</summary>
    public string Kind => File?.Kind ?? ItemKinds.Unknown;

    public string? Format => File?.Format.Id;

    public string? Error => Failure?.Code;

    public string? Component => Failure?.Component;

    public void Dispose() => Notes.Dispose();
}
