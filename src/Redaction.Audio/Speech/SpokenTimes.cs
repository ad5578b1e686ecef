namespace Redaction.Audio;

/// <summary>When the words of a transcript are said, and what of a recording lies away from them.</summary>
internal static class SpokenTimes
{
    /// <summary>How near to a word sound counts as that of the word: what is said there is in the transcript.</summary>
    private const long Near = TimeSpan.TicksPerSecond;

    /// <summary>The times of all words, sorted and disjoint.</summary>
    public static List<AudioSpan> Of(Transcript read)
    {
        var spoken = new List<AudioSpan>(read.Recovered.Pieces.Length);
        foreach (var piece in read.Recovered.Pieces)
            if (piece.Region is { Length: > 0 } time) spoken.Add(time);
        foreach (var copy in read.Copies)
            if (copy.Time is { Length: > 0 } time) spoken.Add(time);
        spoken.Sort();
        var merged = new List<AudioSpan>(spoken.Count);
        foreach (var time in spoken)
        {
            if (merged.Count > 0 && time.Start <= merged[^1].End)
                merged[^1] = AudioSpan.FromBounds(merged[^1].Start, Math.Max(time.End, merged[^1].End));
            else merged.Add(time);
        }
        return merged;
    }

    /// <summary>The stretches of a recording with no word near them.</summary>
    public static List<AudioSpan> Away(List<AudioSpan> spoken, long duration)
    {
        var away = new List<AudioSpan>();
        long at = 0;
        foreach (var time in spoken)
        {
            Add(at, time.Start - Near);
            at = Math.Max(at, time.End + Near);
        }
        Add(at, duration);
        return away;

        void Add(long from, long to)
        {
            to = Math.Min(to, duration);
            if (to > from) away.Add(AudioSpan.FromBounds(from, to));
        }
    }

    /// <summary>Seconds of words within a recording.</summary>
    public static double Seconds(List<AudioSpan> spoken, long duration)
    {
        long total = 0;
        foreach (var time in spoken) total += Math.Max(0, Math.Min(duration, time.End) - Math.Min(duration, time.Start));
        return (double)total / TimeSpan.TicksPerSecond;
    }
}
