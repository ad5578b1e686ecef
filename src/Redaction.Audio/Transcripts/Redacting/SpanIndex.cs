namespace Redaction.Audio;

/// <summary>Ranges of a text in the order of their starts, for looking up those that touch another range
/// without going through all.</summary>
internal sealed class SpanIndex
{
    private readonly TextSpan[] _spans;
    private readonly int[] _latestEnd;

    /// <param name="spans">The ranges, sorted by start.</param>
    public SpanIndex(TextSpan[] spans)
    {
        _spans = spans;
        _latestEnd = new int[spans.Length];
        var latest = 0;
        for (var i = 0; i < spans.Length; i++) _latestEnd[i] = latest = Math.Max(latest, spans[i].End);
    }

    /// <summary>Index of the first range that can reach beyond a position: all before it end there at the latest.</summary>
    public int FirstEndingAfter(int position)
    {
        int low = 0, high = _latestEnd.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_latestEnd[middle] > position) high = middle;
            else low = middle + 1;
        }
        return low;
    }

    /// <summary>True when a range overlaps <paramref name="span"/>.</summary>
    public bool Overlaps(TextSpan span)
    {
        for (var i = FirstEndingAfter(span.Start); i < _spans.Length && _spans[i].Start < span.End; i++)
            if (_spans[i].Overlaps(span)) return true;
        return false;
    }

    /// <summary>True when one range holds all of <paramref name="span"/>.</summary>
    public bool Covers(TextSpan span)
    {
        for (var i = FirstEndingAfter(span.End - 1); i < _spans.Length && _spans[i].Start <= span.Start; i++)
            if (_spans[i].End >= span.End) return true;
        return false;
    }

    public override string ToString() => $"SpanIndex({_spans.Length})";
}
