using System.Collections.Immutable;
using Redaction.Governance;

namespace Redaction.Batch;

/// <summary>What a batch works on and how.</summary>
public sealed record BatchOptions
{
    /// <summary>Files and folders; folders are walked with all their subfolders.</summary>
    public required ImmutableArray<string> Inputs { get; init; }

    /// <summary>How many items are worked on at once. The result does not depend on it.</summary>
    /// <value>The number of cores.</value>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>What policy rules may match on besides the finding itself.</summary>
    public RedactionContext Context { get; init; } = RedactionContext.Default;

    /// <summary>Field names or paths of structured documents to look into.</summary>
    /// <value>Empty: all of them.</value>
    public ImmutableArray<Glob> Fields { get; init; } = [];

    /// <summary>Lets items pass in which none of <see cref="Fields"/> is: what stands in them is copied and not searched.</summary>
    /// <value>False: such an item is refused.</value>
    public bool AllowUnmatched { get; init; }

    /// <summary>Refuses a document with a bad record as a whole.</summary>
    /// <value>False: the good records are released, the bad ones are named in the quarantine folder.</value>
    public bool RefusesBadRecords { get; init; }

    /// <summary>Keeps what an earlier run into the folder redacted, where input, policy, key, engine and models are the same and the output
    /// is still there; what the earlier run was stopped at is taken up again.</summary>
    /// <value>False: everything is redacted.</value>
    public bool Resume { get; init; }

    /// <summary>Which part of the inputs is worked on, from 1: every <see cref="Shards"/>-th item from here on.</summary>
    /// <value>1.</value>
    public int Shard { get; init; } = 1;

    /// <summary>Into how many parts the inputs are cut, each worked on by a run of its own; <c>redact merge</c> joins them.</summary>
    /// <value>1: one run works on all.</value>
    public int Shards { get; init; } = 1;

    /// <summary>Whether the manifest tells the place of each value in texts; counts, digests and the plans of images and recordings are
    /// there in any case.</summary>
    /// <value>True.</value>
    public bool ManifestHasTextPlans { get; init; } = true;

    /// <summary>From which size on the plans of a document are kept while it is worked on, in bytes.</summary>
    internal long CheckpointBytes { get; init; } = 4 << 20;

    /// <summary>Longer side of the thumbnails of redacted images in the report, in pixels; 0 leaves them out.</summary>
    /// <value>320.</value>
    public int ThumbnailSide { get; init; } = 320;

    /// <summary>Is told after every item, on the calling thread.</summary>
    public IProgress<BatchProgress>? Progress { get; init; }

    /// <summary>Signs the checkpoints of the audit log; the caller disposes of it.</summary>
    /// <value>Null: the log is chained and not signed.</value>
    public AuditSigner? Signer { get; init; }

    /// <summary>The project's store, which takes in who appears where and what was written; the caller disposes of it.</summary>
    /// <value>Null: nothing is kept besides the output.</value>
    public ProjectStore? Store { get; init; }

    /// <summary>Seals the pixels and samples that are painted over in <see cref="Store"/>;
    /// texts are sealed by the operator <c>token</c>.</summary>
    public bool Seal { get; init; }

    /// <summary>What the store calls the output.</summary>
    /// <value>Null: the name of the output folder.</value>
    public string? Dataset { get; init; }

    /// <summary>Until when the output may be kept; stands in the manifest and the store.</summary>
    public DateTimeOffset? RetainUntil { get; init; }

    /// <summary>The clock of the audit log.</summary>
    /// <value>The system's.</value>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
