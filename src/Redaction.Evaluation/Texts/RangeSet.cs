namespace Redaction.Evaluation;

/// <summary>Ranges, joined where they touch or overlap, for fast questions.</summary>
internal sealed class RangeSet
{
    private readonly List<TextSpan> _ranges = [];

    public RangeSet(IEnumerable<TextSpan> spans)
    {
        foreach (var span in spans.Where(static s => s.Length > 0).Order())
        {
            if (_ranges.Count > 0 && span.Start <= _ranges[^1].End) _ranges[^1] = _ranges[^1].Union(span);
            else _ranges.Add(span);
        }
    }

    /// <summary>True when any range shares a character with the span.</summary>
    public bool Overlaps(TextSpan span)
    {
        int low = 0, high = _ranges.Count;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_ranges[middle].End > span.Start) high = middle;
            else low = middle + 1;
        }
        return low < _ranges.Count && _ranges[low].Overlaps(span);
    }

    /// <summary>Number of characters in the ranges that are marked so.</summary>
    public long Count(ReadOnlySpan<bool> marked, bool isMarked)
    {
        long count = 0;
        foreach (var range in _ranges) count += marked.Slice(range.Start, range.Length).Count(isMarked);
        return count;
    }
}
