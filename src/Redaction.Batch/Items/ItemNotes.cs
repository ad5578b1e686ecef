namespace Redaction.Batch;

/// <summary>What observers note of one item while it is worked on. It owns the spool of what is to be written about it.</summary>
internal sealed class ItemNotes(BatchItem item, PlanSpool spool) : IDisposable
{
    public BatchItem Item { get; } = item;

    public PlanSpool Spool { get; } = spool;

    public ItemCounts Counts { get; } = new();

    /// <summary>Who appears where: line, entity type and keyed reference; empty without a store.</summary>
    public HashSet<(long Line, string Type, string Identity)> Seen { get; } = [];

    /// <summary>What of the item was searched: one account a medium.</summary>
    public List<SearchLedger> Searches { get; } = [];

    /// <summary>Records that were left out, in order.</summary>
    public List<RefusedRecord> Refused { get; } = [];

    public void Dispose() => Spool.Dispose();
}
