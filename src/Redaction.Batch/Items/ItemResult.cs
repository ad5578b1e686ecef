namespace Redaction.Batch;

/// <summary>What came of one item. It owns the spool of what is to be written about it.</summary>
internal sealed class ItemResult(BatchItem item, PlanSpool spool) : IDisposable
{
    public BatchItem Item { get; } = item;

    public PlanSpool Spool { get; } = spool;

    public ItemCounts Counts { get; } = new();

    public ItemKind Kind { get; set; }

    public string? Format { get; set; }

    /// <summary>Digests of the inputs, in the order of <see cref="BatchItem.Files"/>.</summary>
    public List<FileDigest> Inputs { get; } = [];

    /// <summary>Digests of the outputs, in the same order; empty when nothing was released.</summary>
    public List<FileDigest> Outputs { get; } = [];

    /// <summary>Who appears where: line, entity type and keyed reference; empty without a store.</summary>
    public HashSet<(long Line, string Type, string Identity)> Seen { get; } = [];

    public string? Error { get; private set; }

    public string? Component { get; private set; }

    public ItemFacts Facts { get; set; } = ItemFacts.None;

    public void Fail(RedactionException failure)
    {
        Error = failure.Code;
        Component = failure.Component;
        Outputs.Clear();
    }

    public void Dispose() => Spool.Dispose();
}
