using System.Buffers;

namespace Redaction;

/// <summary>The only conflict algorithm. It knows neither policy nor context.</summary>
internal static class OverlapResolution
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

    /// <summary>Detectors search in the order of the text, so items are few sorted runs one after another,
    /// which are merged (TextBench.PlanDense).</summary>
    private static void Sort<TRegion>(Span<PlannedRedaction<TRegion>> items)
        where TRegion : struct, IRegion<TRegion>
    {
        var count = items.Length;
        if (IsSorted<TRegion>(items)) return;
        var orders = ArrayPool<int>.Shared.Rent(2 * count);
        var sorted = ArrayPool<PlannedRedaction<TRegion>>.Shared.Rent(count);
        try
        {
            Span<int> order = orders.AsSpan(0, count), next = orders.AsSpan(count, count);
            for (var i = 0; i < count; i++) order[i] = i;
            while (RunEnd<TRegion>(items, order, 0) < count)
            {
                for (var start = 0; start < count;)
                {
                    var middle = RunEnd<TRegion>(items, order, start);
                    var end = RunEnd<TRegion>(items, order, middle);
                    MergeRuns<TRegion>(items, order[start..middle], order[middle..end], next[start..end]);
                    start = end;
                }
                var done = next;
                next = order;
                order = done;
            }
            for (var i = 0; i < count; i++) sorted[i] = items[order[i]];
            sorted.AsSpan(0, count).CopyTo(items);
        }
        finally
        {
            ArrayPool<int>.Shared.Return(orders);
            ArrayPool<PlannedRedaction<TRegion>>.Shared.Return(sorted, clearArray: true);
        }
    }

    private static bool IsSorted<TRegion>(ReadOnlySpan<PlannedRedaction<TRegion>> items)
        where TRegion : struct, IRegion<TRegion>
    {
        for (var i = 1; i < items.Length; i++)
            if (items[i - 1].Finding.Region.CompareTo(items[i].Finding.Region) > 0) return false;
        return true;
    }

    /// <summary>End of the sorted run that begins at <paramref name="start"/>.</summary>
    private static int RunEnd<TRegion>(ReadOnlySpan<PlannedRedaction<TRegion>> items, ReadOnlySpan<int> order, int start)
        where TRegion : struct, IRegion<TRegion>
    {
        if (start >= order.Length) return order.Length;
        var end = start + 1;
        while (end < order.Length && items[order[end - 1]].Finding.Region.CompareTo(items[order[end]].Finding.Region) <= 0) end++;
        return end;
    }

    private static void MergeRuns<TRegion>(
        ReadOnlySpan<PlannedRedaction<TRegion>> items, ReadOnlySpan<int> left, ReadOnlySpan<int> right, Span<int> result)
        where TRegion : struct, IRegion<TRegion>
    {
        int l = 0, r = 0;
        for (var i = 0; i < result.Length; i++)
            result[i] = r == right.Length
                || (l < left.Length && items[left[l]].Finding.Region.CompareTo(items[right[r]].Finding.Region) <= 0) ? left[l++]
                : right[r++];
    }

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
