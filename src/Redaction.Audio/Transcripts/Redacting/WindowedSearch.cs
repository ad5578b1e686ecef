using System.Buffers;

namespace Redaction.Audio;

/// <summary>Searches a text of any length: what is longer than any call is looked at in windows, so that memory stays bounded and the work
/// can be stopped.</summary>
internal sealed class WindowedSearch(FindingGatherer gatherer, CancellationToken cancellation)
{
    /// <summary>A day of speech; up to here a text is searched as one, since one place helps to find another.</summary>
    private const int Longest = 1024 * 1024;

    private const int Window = 256 * 1024;
    private const int Around = 2048;
    private const int ShortestRepeat = 5;
    private const float Sure = 0.6f;

    /// <summary>Every finding in a text.</summary>
    public List<Finding<TextSpan>> Find(string text)
    {
        cancellation.ThrowIfCancellationRequested();
        if (text.Length <= Longest) return gatherer.Find(text);
        var found = new List<Finding<TextSpan>>();
        for (var at = 0; at < text.Length;)
        {
            cancellation.ThrowIfCancellationRequested();
            var end = LineEnd(text, at + Window);
            var (from, to) = (at == 0 ? 0 : LineEnd(text, Math.Max(0, at - Around)), LineEnd(text, end + Around));
            foreach (var finding in gatherer.Find(text[from..to]))
            {
                var region = finding.Region with { Start = finding.Region.Start + from };
                if (region.Start >= at && region.Start < end) found.Add(finding with { Region = region });
            }
            at = end;
        }
        AddRepeats(text, found);
        return found;
    }

    public override string ToString() => "WindowedSearch";

    /// <summary>Names and numbers that one window shows are found in all of them.</summary>
    private void AddRepeats(string text, List<Finding<TextSpan>> found)
    {
        var values = new Dictionary<string, Finding<TextSpan>>(StringComparer.Ordinal);
        foreach (var finding in found)
            if (finding.Score >= Sure && finding.Region.Length >= ShortestRepeat)
                values.TryAdd(text.Substring(finding.Region.Start, finding.Region.Length), finding);
        if (values.Count == 0) return;
        var any = SearchValues.Create([.. values.Keys], StringComparison.Ordinal);
        int[] lengths = [.. values.Keys.Select(static v => v.Length).Distinct().OrderDescending()];
        var known = new SpanIndex([.. found.Select(static f => f.Region).Order()]);
        var lookup = values.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = 0; text.AsSpan(at).IndexOfAny(any) is >= 0 and var next; at++)
        {
            at += next;
            foreach (var length in lengths)
            {
                if (at + length > text.Length || !lookup.TryGetValue(text.AsSpan(at, length), out var finding)) continue;
                var region = new TextSpan(at, length);
                if (IsWhole(text, region) && !known.Covers(region)) found.Add(finding with { Region = region });
                break;
            }
            if ((at & 0xFFF) == 0) cancellation.ThrowIfCancellationRequested();
        }
    }

    private static bool IsWhole(string text, TextSpan span) =>
        (span.Start == 0 || !char.IsLetterOrDigit(text[span.Start - 1]))
            && (span.End == text.Length || !char.IsLetterOrDigit(text[span.End]));

    private static int LineEnd(string text, int from)
    {
        if (from >= text.Length) return text.Length;
        var next = text.IndexOf('\n', from);
        return next < 0 || next - from > Around ? from : next + 1;
    }
}
