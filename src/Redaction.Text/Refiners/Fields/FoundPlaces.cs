using System.Buffers;

namespace Redaction.Text;

/// <summary>The findings of a document in order, to go through those that touch a stretch of the text.</summary>
internal readonly ref struct FoundPlaces
{
    private readonly int[] _order;
    private readonly TextSpan[] _spans;
    private readonly int[] _furthest;
    private readonly int _count;

    /// <summary>Takes in the findings that are there now.</summary>
    public FoundPlaces(FindingSink<TextSpan> findings)
    {
        _count = findings.Count;
        (_order, _spans, _furthest) = (Rent<int>(_count), Rent<TextSpan>(_count), Rent<int>(_count));
        for (var i = 0; i < _count; i++) (_order[i], _spans[i]) = (i, findings.Items[i].Region);
        _spans.AsSpan(0, _count).Sort(_order.AsSpan(0, _count));
        for (var i = 0; i < _count; i++) _furthest[i] = Math.Max(i > 0 ? _furthest[i - 1] : 0, _spans[i].End);
    }

    /// <summary>The last finding that touches the span, to begin with; -1 when there is none.</summary>
    public int First(TextSpan span)
    {
        int low = 0, high = _count;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_spans[middle].Start < span.End) low = middle + 1;
            else high = middle;
        }
        return Next(low, span);
    }

    /// <summary>The one before that touches the span; -1 when there is none.</summary>
    public int Next(int at, TextSpan span)
    {
        while (--at >= 0 && _furthest[at] > span.Start)
            if (_spans[at].End > span.Start) return at;
        return -1;
    }

    /// <summary>Place of the finding in the sink.</summary>
    public int IndexOf(int at) => _order[at];

    /// <summary>Gives the arrays back.</summary>
    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(_order, clearArray: true);
        ArrayPool<TextSpan>.Shared.Return(_spans, clearArray: true);
        ArrayPool<int>.Shared.Return(_furthest, clearArray: true);
    }

    private static T[] Rent<T>(int count) => ArrayPool<T>.Shared.Rent(count);
}
