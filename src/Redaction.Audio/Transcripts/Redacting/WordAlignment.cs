namespace Redaction.Audio;

/// <summary>
/// Which words of a copy are which words of the master text. Words are matched only where there is good reason: from both ends inwards, and
/// around pairs of words that stand once in each text and in the same order. What a value becomes in the other
/// text lies between the matched words around it: too wide at worst, never beside the value.
/// </summary>
internal sealed class WordAlignment
{
    private readonly WordSequence _master;
    private readonly WordSequence _copy;
    private readonly int _first;
    private readonly int _end;
    private readonly int[] _toCopy;
    private readonly int[] _toMaster;

    /// <param name="master">Words of the master text.</param>
    /// <param name="scope">The part of the master text that the copy repeats.</param>
    /// <param name="copy">Words of the copy.</param>
    public WordAlignment(WordSequence master, TextSpan scope, WordSequence copy)
    {
        (_master, _copy) = (master, copy);
        (_first, _end) = (master.FirstEndingAfter(scope.Start), master.FirstStartingAt(scope.End));
        _toCopy = new int[Math.Max(0, _end - _first)];
        _toMaster = new int[copy.Count];
        Array.Fill(_toCopy, -1);
        Array.Fill(_toMaster, -1);
        int head = 0, left = _toCopy.Length, right = copy.Count;
        while (head < left && head < right && TryMatch(head, head)) head++;
        while (left > head && right > head && TryMatch(left - 1, right - 1)) { left--; right--; }
        if (head < left && head < right) MatchPairs(head, left, right);
    }

    /// <summary>True when at least one word is matched.</summary>
    public bool IsAnchored => Array.Exists(_toMaster, static m => m >= 0);

    /// <summary>The range of the copy in which a range of the master text must lie; null when the copy leaves it out.</summary>
    public TextSpan? ToCopy(TextSpan span, string copyText)
    {
        int from = Math.Max(_first, _master.FirstEndingAfter(span.Start)), to = Math.Min(_end, _master.FirstStartingAt(span.End));
        if (from >= to) return null;
        return Between(_toCopy, from - _first, to - _first, _copy, 0, _copy.Count, copyText);
    }

    /// <summary>The range of the master text in which a range of the copy must lie; null when the master text leaves it out.</summary>
    public TextSpan? ToMaster(TextSpan span, string masterText)
    {
        int from = _copy.FirstEndingAfter(span.Start), to = _copy.FirstStartingAt(span.End);
        if (from >= to) return null;
        return Between(_toMaster, from, to, _master, _first, _end, masterText);
    }

    /// <summary>The words of the master text between which words of a range of the copy are said that it does not have.</summary>
    /// <param name="span">Range of the copy.</param>
    /// <param name="before">The last word before them; null: they are said at the beginning.</param>
    /// <param name="after">The first word after them; null: they are said at the end.</param>
    /// <returns>False when the master text has every word of the range.</returns>
    public bool TryFindGap(TextSpan span, out TextSpan? before, out TextSpan? after)
    {
        int first = _copy.FirstEndingAfter(span.Start), last = _copy.FirstStartingAt(span.End) - 1;
        while (first <= last && _toMaster[first] >= 0) first++;
        while (last >= first && _toMaster[last] >= 0) last--;
        (before, after) = (null, null);
        if (first > last) return false;
        for (var i = first - 1; i >= 0 && before is null; i--)
            if (_toMaster[i] >= 0) before = _master.Span(_first + _toMaster[i]);
        for (var i = last + 1; i < _toMaster.Length && after is null; i++)
            if (_toMaster[i] >= 0) after = _master.Span(_first + _toMaster[i]);
        return true;
    }

    public override string ToString() => "WordAlignment";

    private static TextSpan? Between(int[] matches, int from, int to, WordSequence other, int start, int end, string text)
    {
        int before = from - 1, after = to;
        while (before >= 0 && matches[before] < 0) before--;
        while (after < matches.Length && matches[after] < 0) after++;
        var first = before < 0 ? start : start + matches[before] + 1;
        var last = after == matches.Length ? end : start + matches[after];
        if (first >= last) return null;
        int left = other.Span(first).Start, floor = first == 0 ? 0 : other.Span(first - 1).End;
        while (left > floor && !char.IsWhiteSpace(text[left - 1])) left--; // a plus, a parenthesis
        return TextSpan.FromBounds(left, other.Span(last - 1).End);
    }

    private bool TryMatch(int master, int copy)
    {
        if (_master[_first + master] != _copy[copy]) return false;
        (_toCopy[master], _toMaster[copy]) = (copy, master);
        return true;
    }

    private void MatchPairs(int head, int left, int right)
    {
        var places = new Dictionary<long, int>(right - head);
        for (var i = head; i + 1 < right; i++)
            if (!places.TryAdd(Pair(_copy[i], _copy[i + 1]), i)) places[Pair(_copy[i], _copy[i + 1])] = -1;
        var once = new Dictionary<long, int>(left - head);
        for (var i = head; i + 1 < left; i++)
        {
            var pair = Pair(_master[_first + i], _master[_first + i + 1]);
            if (places.GetValueOrDefault(pair, -1) < 0) continue;
            if (!once.TryAdd(pair, i)) once[pair] = -1;
        }
        var anchors = new List<(int Master, int Copy)>();
        foreach (var (pair, place) in once)
            if (place >= 0) anchors.Add((place, places[pair]));
        anchors.Sort();
        foreach (var (master, copy) in Rising(anchors)) Grow(master, copy, head, left, right);
    }

    /// <summary>Matches an anchor and its neighbours for as long as they are equal.</summary>
    private void Grow(int master, int copy, int floor, int left, int right)
    {
        for (int m = master, c = copy; m >= floor && c >= floor && _toCopy[m] < 0 && _toMaster[c] < 0; m--, c--)
            if (!TryMatch(m, c)) break;
        for (int m = master + 1, c = copy + 1; m < left && c < right && _toCopy[m] < 0 && _toMaster[c] < 0; m++, c++)
            if (!TryMatch(m, c)) break;
    }

    /// <summary>The longest run of anchors that rises in both texts (patience sorting).</summary>
    private static List<(int Master, int Copy)> Rising(List<(int Master, int Copy)> anchors)
    {
        var tails = new List<int>();
        var previous = new int[anchors.Count];
        for (var i = 0; i < anchors.Count; i++)
        {
            int low = 0, high = tails.Count;
            while (low < high)
            {
                var middle = (low + high) >>> 1;
                if (anchors[tails[middle]].Copy < anchors[i].Copy) low = middle + 1;
                else high = middle;
            }
            previous[i] = low == 0 ? -1 : tails[low - 1];
            if (low == tails.Count) tails.Add(i);
            else tails[low] = i;
        }
        var chain = new List<(int, int)>(tails.Count);
        for (var i = tails.Count == 0 ? -1 : tails[^1]; i >= 0; i = previous[i]) chain.Add(anchors[i]);
        chain.Reverse();
        return chain;
    }

    private static long Pair(int first, int second) => ((long)first << 32) | (uint)second;
}
