namespace Redaction;

/// <summary>What a file held, without telling it.</summary>
/// <param name="Sha256">Lower-case hex digest.</param>
/// <param name="Bytes">Length.</param>
internal readonly record struct FileDigest(string Sha256, long Bytes);
