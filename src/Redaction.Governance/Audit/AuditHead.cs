namespace Redaction.Governance;

/// <summary>What a log is at a moment. Whoever keeps one elsewhere can tell later that nothing before it was changed or cut off.</summary>
/// <param name="Log">Id of the log.</param>
/// <param name="Size">Number of records.</param>
/// <param name="Root">Merkle root over the records, lower-case hex.</param>
public sealed record AuditHead(string Log, int Size, string Root);
