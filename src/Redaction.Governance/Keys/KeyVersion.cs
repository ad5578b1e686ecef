namespace Redaction.Governance;

/// <summary>A version of a project's root key, without the key.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="Created">When it was made.</param>
/// <param name="State"><c>active</c>, <c>retired</c> or <c>destroyed</c>.</param>
public sealed record KeyVersion(int Number, DateTimeOffset Created, string State);
