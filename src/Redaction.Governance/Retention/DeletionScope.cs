using System.Collections.Immutable;

namespace Redaction.Governance;

/// <summary>What a deletion concerned and what came of it.</summary>
/// <param name="Request">Id of the request or the rule that asked for it.</param>
/// <param name="Scope"><c>subject</c> or <c>retention</c>.</param>
/// <param name="LegalBasis">Such as <c>GDPR Art. 17</c>.</param>
/// <param name="Operator">The account that deleted.</param>
internal sealed record DeletionScope(string Request, string Scope, string LegalBasis, string Operator)
{
    /// <summary><c>crypto-erase</c> and <c>file-delete</c>; what was overwritten is never told as a proof.</summary>
    public ImmutableArray<string> Methods { get; init; } = [];

    /// <summary>Keyed references of the identities whose keys were destroyed.</summary>
    public ImmutableArray<string> KeysDestroyed { get; init; } = [];

    /// <summary>Where the person appeared, until now.</summary>
    public ImmutableArray<ErasedPlace> Places { get; init; } = [];

    /// <summary>Rows of the store's tables that were emptied or taken out.</summary>
    public ImmutableArray<(string Table, int Count)> Rows { get; init; } = [];

    /// <summary>Files that were deleted.</summary>
    public ImmutableArray<DeletedFile> Files { get; init; } = [];

    /// <summary>What is known to be left, or cannot be known to be gone.</summary>
    public ImmutableArray<string> NotCovered { get; init; } = [];

    /// <summary>How it was checked that what was deleted is gone, and whether it was.</summary>
    public ImmutableArray<DeletionCheck> Checks { get; init; } = [];
}
