namespace Redaction.Audio;

/// <summary>The times of the words that a transcript itself tells, by which the widening of a mask knows where
/// the next word begins.</summary>
internal sealed class StatedTimes
{
    private readonly long[] _starts;
    private readonly long[] _ends;
    private readonly long[] _latestEnd;
    private readonly long[] _earliestStart;

    /// <param name="words">The words, in any order.</param>
    public StatedTimes(IReadOnlyCollection<AudioSpan> words)
    {
        var byStart = words.OrderBy(static w => w.Start).ToArray();
        var byEnd = words.OrderBy(static w => w.End).ToArray();
        (_starts, _ends) = (Array.ConvertAll(byStart, static w => w.Start), Array.ConvertAll(byEnd, static w => w.End));
        (_latestEnd, _earliestStart) = (new long[words.Count], new long[words.Count]);
        var latest = long.MinValue;
        for (var i = 0; i < byStart.Length; i++) _latestEnd[i] = latest = Math.Max(latest, byStart[i].End);
        var earliest = long.MaxValue;
        for (var i = byEnd.Length - 1; i >= 0; i--) _earliestStart[i] = earliest = Math.Min(earliest, byEnd[i].Start);
    }

    /// <summary>No times are told.</summary>
    public static StatedTimes None { get; } = new([]);

    /// <summary>Where the last word that begins before a time ends; the time itself when that word lasts beyond it.</summary>
    public long EndBefore(long time)
    {
        var count = LowerBound(_starts, time);
        return count == 0 ? long.MinValue / 2 : Math.Min(time, _latestEnd[count - 1]);
    }

    /// <summary>Where the first word that ends after a time begins; the time itself when that word began before it.</summary>
    public long StartAfter(long time)
    {
        var first = LowerBound(_ends, time + 1);
        return first == _ends.Length ? long.MaxValue : Math.Max(time, _earliestStart[first]);
    }

    public override string ToString() => $"StatedTimes({_starts.Length})";

    private static int LowerBound(long[] sorted, long value)
    {
        int low = 0, high = sorted.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (sorted[middle] >= value) high = middle;
            else low = middle + 1;
        }
        return low;
    }
}
