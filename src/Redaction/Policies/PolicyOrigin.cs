namespace Redaction;

/// <summary>A policy that another one extends.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Sha256">Lower-case hex digest of its file's bytes.</param>
internal sealed record PolicyOrigin(string Id, string Sha256);
