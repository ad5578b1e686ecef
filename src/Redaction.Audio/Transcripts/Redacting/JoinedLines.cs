using System.Text;

namespace Redaction.Audio;

/// <summary>
/// A copy that has the characters of the master text, but for the white space: what was found line by line holds for it
/// too, and new can only be what stands on both sides of a line's end.
/// </summary>
internal sealed class JoinedLines
{
    private const int Reach = 80;
    private const int Near = 24;
    private const string Between = "\n\n";

    private readonly string _copy;
    private readonly List<Join> _joins;

    private JoinedLines(string copy, List<Join> joins) => (_copy, _joins) = (copy, joins);

    /// <summary>A line's end: the white space in the master text and in the copy.</summary>
    private readonly record struct Join(TextSpan Master, TextSpan Copy);

    /// <summary>Compares a copy with what it repeats; null when more than white space differs.</summary>
    /// <param name="master">The master text.</param>
    /// <param name="repeated">The part of it that the copy repeats.</param>
    /// <param name="copy">The copy.</param>
    public static JoinedLines? Of(string master, TextSpan repeated, string copy)
    {
        var joins = new List<Join>();
        int m = AfterSpace(master, repeated.Start, repeated.End), c = AfterSpace(copy, 0, copy.Length);
        while (m < repeated.End || c < copy.Length)
        {
            if (m < repeated.End && c < copy.Length && master[m] == copy[c] && !char.IsWhiteSpace(copy[c]))
            {
                (m, c) = (m + 1, c + 1);
                continue;
            }
            var (space, other) =
                (TextSpan.FromBounds(m, AfterSpace(master, m, repeated.End)), TextSpan.FromBounds(c, AfterSpace(copy, c, copy.Length)));
            var isEnd = space.End == repeated.End && other.End == copy.Length;
            if (!isEnd && (space.Length == 0 || other.Length == 0)) return null;
            if (!isEnd && master.AsSpan(m, space.Length).Contains('\n')) joins.Add(new(space, other));
            (m, c) = (space.End, other.End);
        }
        return new(copy, joins);
    }

    /// <summary>Adds what stands on both sides of a line's end: looked for where a finding is near the end,
    /// or where both sides are written in figures or signs.</summary>
    /// <param name="inMaster">What was found in the master text.</param>
    /// <param name="gatherer">Searches.</param>
    public List<Finding<TextSpan>> Find(List<Finding<TextSpan>> inMaster, FindingGatherer gatherer)
    {
        var found = new List<Finding<TextSpan>>();
        var windows = Windows(new([.. inMaster.Select(static f => f.Region).Order()]));
        if (windows.Count == 0) return found;
        var text = new StringBuilder();
        var starts = new int[windows.Count];
        for (var i = 0; i < starts.Length; i++)
        {
            starts[i] = text.Length;
            text.Append(_copy, windows[i].Start, windows[i].Length).Append(Between);
        }
        foreach (var finding in gatherer.FindJoined(text.ToString()))
        {
            var at = Array.BinarySearch(starts, finding.Region.Start);
            at = at < 0 ? ~at - 1 : at;
            var region = finding.Region with { Start = finding.Region.Start - starts[at] + windows[at].Start };
            if (region.End <= windows[at].End && Crosses(region)) found.Add(finding with { Region = region });
        }
        return found;
    }

    public override string ToString() => $"JoinedLines({_joins.Count})";

    /// <summary>Whole words around the line ends that are worth looking at, disjoint.</summary>
    private List<TextSpan> Windows(SpanIndex findings)
    {
        var windows = new List<TextSpan>();
        foreach (var (master, copy) in _joins)
        {
            if (!findings.Overlaps(TextSpan.FromBounds(master.Start - Near, master.End + Near)) && !IsWrittenAround(copy)) continue;
            int from = Math.Max(0, copy.Start - Reach), to = Math.Min(_copy.Length, copy.End + Reach);
            while (from > 0 && !char.IsWhiteSpace(_copy[from - 1])) from--;
            while (to < _copy.Length && !char.IsWhiteSpace(_copy[to])) to++;
            if (windows.Count > 0 && windows[^1].End >= from) windows[^1] = TextSpan.FromBounds(windows[^1].Start, to);
            else windows.Add(TextSpan.FromBounds(from, to));
        }
        return windows;
    }

    private bool Crosses(TextSpan region)
    {
        int low = 0, high = _joins.Count;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_joins[middle].Copy.Start > region.Start) high = middle;
            else low = middle + 1;
        }
        return low < _joins.Count && _joins[low].Copy.Start < region.End;
    }

    private bool IsWrittenAround(TextSpan join)
    {
        var before = _copy.AsSpan(0, join.Start);
        var after = _copy.AsSpan(join.End);
        if (before.LastIndexOfAny(' ', '\n') is >= 0 and var last) before = before[(last + 1)..];
        if (after.IndexOfAny(' ', '\n') is >= 0 and var first) after = after[..first];
        return before.Contains('@') || after.Contains('@') || (IsWritten(before, isEnd: true) && IsWritten(after, isEnd: false));
    }

    /// <summary>True when a word at the end or the beginning of a line has a digit or a sign of an address.</summary>
    private static bool IsWritten(ReadOnlySpan<char> word, bool isEnd) =>
        word.IndexOfAnyInRange('0', '9') >= 0 || word.IndexOfAny('/', '_') >= 0
            || (isEnd ? word.EndsWith(".") && word.Length <= 3 : word.StartsWith("."));

    private static int AfterSpace(string text, int at, int end)
    {
        while (at < end && char.IsWhiteSpace(text[at])) at++;
        return at;
    }
}
