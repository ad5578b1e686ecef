using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Redaction;

/// <summary>What was found and done, in numbers.</summary>
internal sealed class ItemCounts
{
    private readonly Dictionary<string, long> _entities = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Entity, string Medium), long> _media = [];
    private readonly Dictionary<string, long> _operators = new(StringComparer.Ordinal);

    public SortedDictionary<string, long> Entities => new(_entities, StringComparer.Ordinal);

    /// <summary>A value that was taken out of a transcript and its audio counts in both.</summary>
    public SortedDictionary<(string Entity, string Medium), long> Media => new(_media);

    public SortedDictionary<string, long> Operators => new(_operators, StringComparer.Ordinal);

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
            Add(counts._entities, entity, count);
            counts.Total += count;
        }
        foreach (var (@operator, count) in operators) Add(counts._operators, @operator, count);
        foreach (var (place, count) in media) Add(counts._media, place, count);
        return counts;
    }

    private void Add(string entity, string medium, string @operator)
    {
        Total++;
        Add(_media, (entity, medium), 1);
        Add(_entities, entity, 1);
        Add(_operators, @operator, 1);
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
        foreach (var (entity, count) in other._entities) Add(_entities, entity, count);
        foreach (var (place, count) in other._media) Add(_media, place, count);
        foreach (var (@operator, count) in other._operators) Add(_operators, @operator, count);
        Kept += other.Kept;
        Total += other.Total;
    }

    private static void Add<TKey>(Dictionary<TKey, long> counts, TKey key, long count)
        where TKey : notnull =>
        CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _) += count;
}
