namespace Redaction.Governance;

/// <summary>What is wrong with a log.</summary>
public enum AuditProblemKind
{
    /// <summary>A line is no record.</summary>
    Malformed,
    /// <summary>A record is not the one that was written.</summary>
    Edited,
    /// <summary>Records are missing.</summary>
    Deleted,
    /// <summary>Records stand in another order.</summary>
    Reordered,
    /// <summary>A record stands there that continues nothing before it, or stands there twice.</summary>
    Inserted,
    /// <summary>Two records continue the same one.</summary>
    Forked,
    /// <summary>The end is missing.</summary>
    Truncated,
    /// <summary>A checkpoint does not fit the records before it, or its signature is not valid.</summary>
    BadCheckpoint,
    /// <summary>The tables of the store are not those that its log tells of.</summary>
    Tables,
}
