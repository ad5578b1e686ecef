using System.Collections.Immutable;

namespace Redaction;

/// <summary>What was found and done, in numbers.</summary>
internal sealed class ItemCounts
{
    public SortedDictionary<string, long> Entities { get; } = new(StringComparer.Ordinal);

    /// <summary>A value that was taken out of a transcript and its audio counts in both.</summary>
    public SortedDictionary<(string Entity, string Medium), long> Media { get; } = [];

    public SortedDictionary<string, long> Operators { get; } = new(StringComparer.Ordinal);

    public long Kept { get; set; }

    public long Total { get; private set; }

    /// <summary>Counts that were told before.</summary>
    public static ItemCounts Of(
        IEnumerable<KeyValuePair<string, long>> entities, IEnumerable<KeyValuePair<string, long>> operators,
        IEnumerable<KeyValuePair<(string Entity, string Medium), long>> media, long kept)
    {
        var counts = new ItemCounts { Kept = kept };
        foreach (var (entity, count) in entities)
        {
            Add(counts.Entities, entity, count);
            counts.Total += count;
        }
        foreach (var (@operator, count) in operators) Add(counts.Operators, @operator, count);
        foreach (var (place, count) in media) Add(counts.Media, place, count);
        return counts;
    }

    private void Add(string entity, string medium, string @operator)
    {
        Total++;
        Add(Media, (entity, medium), 1);
        Add(Entities, entity, 1);
        Add(Operators, @operator, 1);
    }

    /// <summary>Counts what a plan decided.</summary>
    public void Add<TRegion>(RedactionPlan<TRegion> plan)
        where TRegion : struct, IRegion<TRegion>
    {
        Kept += plan.Kept;
        foreach (ref readonly var item in plan.Items.AsSpan()) Add(item.Finding.Type.Name, TRegion.Medium, item.Operator);
    }

    /// <summary>The counts as they are told to callers.</summary>
    public FileSummary Of(IFileItem item) => new(item.Kind, item.Format.Id)
    {
        Entities = Entities.ToImmutableSortedDictionary(StringComparer.Ordinal),
        Operators = Operators.ToImmutableSortedDictionary(StringComparer.Ordinal),
        Kept = Kept,
    };

    public void Add(ItemCounts other)
    {
        foreach (var (entity, count) in other.Entities) Add(Entities, entity, count);
        foreach (var (place, count) in other.Media) Add(Media, place, count);
        foreach (var (@operator, count) in other.Operators) Add(Operators, @operator, count);
        Kept += other.Kept;
        Total += other.Total;
    }

    private static void Add<TKey>(SortedDictionary<TKey, long> counts, TKey key, long count)
        where TKey : notnull =>
        counts[key] = counts.TryGetValue(key, out var before) ? before + count : count;
}
