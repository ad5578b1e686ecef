using Redaction.Text;

namespace Redaction.Batch;

/// <summary>What observers note of one item while it is worked on. It owns the spool of what is to be written about it.</summary>
internal sealed class ItemNotes(BatchItem item, PlanSpool spool) : IDisposable
{
    public BatchItem Item { get; } = item;

    public PlanSpool Spool { get; } = spool;

    public ItemCounts Counts { get; } = new();

    /// <summary>The token under which the store keeps the item's own path; null where it keeps none.</summary>
    public string? NameToken { get; set; }

    /// <summary>What operators wrote into the item's texts.</summary>
    public WrittenTexts Written { get; } = new();

    /// <summary>Who appears where: line, entity type and keyed reference; empty without a store.</summary>
    public HashSet<(long Line, string Type, string Identity)> Seen { get; } = [];

    /// <summary>What of the item was searched: one account a medium.</summary>
    public List<SearchLedger> Searches { get; } = [];

    /// <summary>What is left in an output: entity and place.</summary>
    public List<Residue> Residues { get; } = [];

    /// <summary>What operators wrote into the item that is looked through; null where it is an input.</summary>
    public KnownReplacements? Known { get; set; }

    /// <summary>Findings in an output that are what operators painted.</summary>
    public long Painted { get; set; }

    /// <summary>Records that were left out, in order.</summary>
    public List<RefusedRecord> Refused { get; } = [];

    /// <summary>Places that nothing could search, by kind and what was done with them; of speech without words the seconds are told
    /// instead.</summary>
    public SortedDictionary<string, long> Unsearched { get => field ??= Count(Searches); set; }

    /// <summary>The name of places beyond those that are kept.</summary>
    public const string Further = "further places";

    /// <summary>False for a place that is told in seconds, or for which the item was refused.</summary>
    public static bool IsTold(string kind, string done) => kind != "away-from-words" && done != "refused";

    private static SortedDictionary<string, long> Count(IEnumerable<SearchLedger> ledgers)
    {
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var ledger in ledgers.SelectMany(static l => l.Parts.Values.Prepend(l)))
        {
            foreach (var place in ledger.Places)
            {
                var done = UnsearchedNames.Of(place.Done);
                if (!IsTold(place.Kind, done)) continue;
                var name = $"{place.Kind}, {done}";
                counts[name] = counts.GetValueOrDefault(name) + 1;
            }
            if (ledger.PlaceCount > ledger.Places.Count)
                counts[Further] = counts.GetValueOrDefault(Further) + ledger.PlaceCount - ledger.Places.Count;
        }
        return counts;
    }

    public void Dispose() => Spool.Dispose();
}
