namespace Redaction.Audio;

/// <summary>When lines of a transcript are said of which the times cannot be read: between the words before and after them.</summary>
internal static class UnreadTimes
{
    /// <summary>A shorter gap has no room for a cue: the cues beside it may overlap it.</summary>
    private const long ShortestGap = TimeSpan.TicksPerSecond;

    /// <summary>The stretches of a recording, sorted and disjoint; all of it where the transcript is in no order.</summary>
    public static List<AudioSpan> Of(Transcript read, long duration)
    {
        var lines = read.Coverage.Leftovers.Where(static l => l.IsStrange && l.Kind != OpaqueData.Kind).ToArray();
        if (lines.Length == 0) return [];
        var known = Known(read, lines);
        for (var i = 1; i < known.Count; i++)
            if (known[i].Time.Start < known[i - 1].Time.Start) return [new(0, duration)];
        var times = new List<AudioSpan>();
        var next = 0;
        foreach (var line in lines)
        {
            while (next < known.Count && known[next].Place < line.Start) next++;
            AudioSpan? before = next > 0 ? known[next - 1].Time : null, after = next < known.Count ? known[next].Time : null;
            var (from, to) = (before?.End ?? 0, after?.Start ?? duration);
            if (to - from < ShortestGap) (from, to) = (before?.Start ?? 0, after?.End ?? duration);
            if (times.Count > 0 && from <= times[^1].End) times[^1] = times[^1].Union(AudioSpan.FromBounds(from, to));
            else if (to > from) times.Add(AudioSpan.FromBounds(from, to));
        }
        return times;
    }

    /// <summary>Where in the file text stands whose time is known.</summary>
    private static List<(int Place, AudioSpan Time)> Known(Transcript read, TranscriptCoverage.Leftover[] lines)
    {
        var known = new List<(int Place, AudioSpan Time)>();
        var (piece, line) = (0, 0);
        var pieces = read.Recovered.Pieces;
        foreach (var part in read.Master.Parts)
        {
            while (piece < pieces.Length && pieces[piece].Span.End <= part.Start) piece++;
            AudioSpan? time = null;
            for (var i = piece; i < pieces.Length && pieces[i].Span.Start < part.End; i++)
                if (pieces[i].Region is { } region) time = time?.Union(region) ?? region;
            while (line < lines.Length && lines[line].Start + lines[line].Length <= part.Field.Start) line++;
            var isUnread = line < lines.Length && lines[line].Start < part.Field.Start + part.Field.Length;
            if (time is { } said && !isUnread) known.Add((part.Field.Start, said));
        }
        return known;
    }

    /// <summary>Two lists of stretches as one, sorted and disjoint.</summary>
    public static List<AudioSpan> Union(List<AudioSpan> first, List<AudioSpan> second)
    {
        if (second.Count == 0) return first;
        var all = new List<AudioSpan>();
        foreach (var span in first.Concat(second).Order())
        {
            if (all.Count > 0 && span.Start <= all[^1].End) all[^1] = all[^1].Union(span);
            else all.Add(span);
        }
        return all;
    }
}
