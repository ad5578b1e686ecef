using System.Collections.Immutable;

namespace Redaction.Governance;

/// <summary>The names of events in an audit log.</summary>
public static class AuditEvents
{
    /// <summary>Data was taken in.</summary>
    public const string Ingest = "ingest";
    /// <summary>An item was redacted and its output released.</summary>
    public const string Transform = "transform";
    /// <summary>An item was not released.</summary>
    public const string Quarantine = "quarantine";
    /// <summary>A view was made for a role.</summary>
    public const string Render = "render";
    /// <summary>Originals were shown under a grant.</summary>
    public const string Reveal = "reveal";
    /// <summary>A reveal was asked for and refused.</summary>
    public const string Refuse = "refuse";
    /// <summary>Output was handed out.</summary>
    public const string Export = "export";
    /// <summary>Another policy came into force.</summary>
    public const string PolicyChange = "policy-change";
    /// <summary>A key was made, retired or destroyed.</summary>
    public const string KeyChange = "key-change";
    /// <summary>Data or keys were deleted.</summary>
    public const string Delete = "delete";
    /// <summary>A hold was set or lifted.</summary>
    public const string Hold = "hold";
    /// <summary>Output or log was verified.</summary>
    public const string Verify = "verify";
    /// <summary>A grant was made.</summary>
    public const string Grant = "grant";
    /// <summary>A grant was withdrawn.</summary>
    public const string Revoke = "revoke";
    /// <summary>What the tables of a store hold: their rows, and a keyed digest over them.</summary>
    public const string Store = "store";
    /// <summary>A signed statement of the log's size and Merkle root.</summary>
    public const string Checkpoint = "checkpoint";
    /// <summary>The end of a worker's chain, taken up in another log.</summary>
    public const string RollUp = "roll-up";

    /// <summary>All of them.</summary>
    public static ImmutableArray<string> All { get; } =
    [
        Ingest, Transform, Quarantine, Render, Reveal, Refuse, Grant, Revoke, Export, PolicyChange, KeyChange, Delete, Hold, Verify,
        Store, Checkpoint, RollUp,
    ];
}
