namespace Redaction.Governance;

/// <summary>What a store knows of a grant.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Uses">Documents that were revealed under it.</param>
/// <param name="Revoked">When it was withdrawn; null while it is not.</param>
internal sealed record GrantState(string Id, int Uses, DateTimeOffset? Revoked);
