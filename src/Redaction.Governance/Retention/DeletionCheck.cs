namespace Redaction.Governance;

/// <summary>A check after a deletion.</summary>
/// <param name="Method"><c>path-absent</c> or <c>undecryptable</c>.</param>
/// <param name="Count">How many files or keys were checked.</param>
/// <param name="Failed">Of these, how many are still there.</param>
internal sealed record DeletionCheck(string Method, int Count, int Failed);
