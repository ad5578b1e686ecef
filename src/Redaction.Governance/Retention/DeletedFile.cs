namespace Redaction.Governance;

/// <summary>A file that was deleted, without its name.</summary>
/// <param name="Dataset">Name of the data set.</param>
/// <param name="NameSha256">SHA-256 of the path in the register, lower-case hex.</param>
/// <param name="Sha256">SHA-256 of the content, lower-case hex.</param>
/// <param name="Bytes">Length.</param>
internal sealed record DeletedFile(string Dataset, string NameSha256, string Sha256, long Bytes);
