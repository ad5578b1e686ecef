namespace Redaction.Evaluation;

/// <summary>Spans sorted by place, to ask which overlap a range without looking at all of them.</summary>
internal sealed class OverlapIndex
{
    private readonly EntitySpan[] _spans;
    private readonly int[] _furthestEnd;

    public OverlapIndex(IEnumerable<EntitySpan> spans)
    {
        _spans = [.. spans.OrderBy(static s => s.Span)];
        _furthestEnd = new int[_spans.Length];
        var end = 0;
        for (var i = 0; i < _spans.Length; i++) _furthestEnd[i] = end = Math.Max(end, _spans[i].Span.End);
    }

    /// <summary>The spans that share a character with the range, by place.</summary>
    public IEnumerable<EntitySpan> Overlapping(TextSpan range)
    {
        int low = 0, high = _spans.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_furthestEnd[middle] > range.Start) high = middle;
            else low = middle + 1;
        }
        for (; low < _spans.Length && _spans[low].Span.Start < range.End; low++)
            if (_spans[low].Span.Overlaps(range)) yield return _spans[low];
    }
}
