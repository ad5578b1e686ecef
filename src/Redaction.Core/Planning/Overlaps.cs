namespace Redaction;

/// <summary>The only conflict algorithm. It knows neither policy nor context.</summary>
public static class Overlaps
{
    /// <summary>
    /// Merges overlapping items in place, so that the first n are disjoint and sorted, and returns n. Overlapping items become one:
    /// the region is the union; the rest is that of the item with the higher rule, then score, then type name. Coverage never shrinks.
    /// </summary>
    /// <remarks>O(n log n) on linear media; on others O(n · groups).</remarks>
    public static int Merge<TRegion>(Span<PlannedRedaction<TRegion>> items)
        where TRegion : struct, IRegion<TRegion>
    {
        Sort(items);
        var kept = 0;
        for (var next = 0; next < items.Length; next++)
        {
            var current = items[next];
            for (var i = kept - 1; i >= 0; i--)
            {
                if (!items[i].Finding.Region.Overlaps(current.Finding.Region))
                {
                    if (TRegion.IsLinear) break; // kept regions are sorted and disjoint: nothing earlier can reach
                    continue;
                }
                var region = items[i].Finding.Region.Union(current.Finding.Region);
                var winner = Outranks(items[i], current) ? items[i] : current;
                current = winner with { Finding = winner.Finding with { Region = region } };
                items[i] = items[--kept];
                i = kept; // a grown region may reach others
            }
            items[kept++] = current;
        }
        Sort(items[..kept]);
        return kept;
    }

    /// <summary>Detectors search in the order of the text, so items often are sorted already.</summary>
    private static void Sort<TRegion>(Span<PlannedRedaction<TRegion>> items)
        where TRegion : struct, IRegion<TRegion>
    {
        for (var i = 1; i < items.Length; i++)
        {
            if (items[i - 1].Finding.Region.CompareTo(items[i].Finding.Region) <= 0) continue;
            items.Sort(ByPlace);
            return;
        }
    }

    private static int ByPlace<TRegion>(PlannedRedaction<TRegion> a, PlannedRedaction<TRegion> b)
        where TRegion : struct, IRegion<TRegion> => a.Finding.Region.CompareTo(b.Finding.Region);

    private static bool Outranks<TRegion>(in PlannedRedaction<TRegion> a, in PlannedRedaction<TRegion> b)
        where TRegion : struct, IRegion<TRegion>
    {
        if (a.Rule != b.Rule) return a.Rule < b.Rule;
        var byScore = a.Finding.Score.CompareTo(b.Finding.Score);
        if (byScore != 0) return byScore > 0;
        var byType = string.CompareOrdinal(a.Finding.Type.Name, b.Finding.Type.Name);
        if (byType != 0) return byType < 0;
        return string.CompareOrdinal(a.Finding.Detector, b.Finding.Detector) <= 0;
    }
}
