namespace Redaction;

/// <summary>What was found and done, in numbers.</summary>
internal sealed class ItemCounts
{
    public SortedDictionary<string, long> Entities { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, long> Operators { get; } = new(StringComparer.Ordinal);

    public long Kept { get; set; }

    public long Total { get; private set; }

    public void Add(string entity, string @operator)
    {
        Total++;
        Add(Entities, entity, 1);
        Add(Operators, @operator, 1);
    }

    public void Add(ItemCounts other)
    {
        foreach (var (entity, count) in other.Entities) Add(Entities, entity, count);
        foreach (var (@operator, count) in other.Operators) Add(Operators, @operator, count);
        Kept += other.Kept;
        Total += other.Total;
    }

    private static void Add(SortedDictionary<string, long> counts, string key, long count) =>
        counts[key] = counts.TryGetValue(key, out var before) ? before + count : count;
}
