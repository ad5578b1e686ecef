namespace Redaction.Audio;

/// <summary>Makes lines of text out of tiers: the tier with the finest times is what was spoken,
/// the others that say the same are its copies.</summary>
internal sealed class TierLines(TranscriptBuilder builder)
{
    private const long Pause = TimeSpan.TicksPerSecond;
    private const long Tolerance = 2 * TimeSpan.TicksPerMillisecond;

    private readonly List<(Tier Tier, TierInterval[] ByTime)> _spoken = [];

    /// <summary>Adds every tier; afterwards each interval knows the part of the text that it is or repeats.</summary>
    public void Add(IEnumerable<Tier> tiers)
    {
        var copies = new List<(Tier Tier, TierInterval[] Original)>();
        foreach (var tier in tiers.Where(static t => t.Intervals.Count > 0).OrderByDescending(static t => t.IsOfWords)
            .ThenBy(static t => IsOfSounds(t)))
        {
            var original = _spoken.Find(s => IsCopy(tier, s.ByTime) || IsInside(tier, s)).ByTime;
            if (original is null)
                _spoken.Add(
                    (tier, [.. tier.Intervals.Where(static i => i is { From: not null, To: not null }).OrderBy(static i => i.From)]));
            else copies.Add((tier, original));
        }
        foreach (var line in _spoken.SelectMany(static s => Lines(s.Tier)).OrderBy(static l => l.Intervals[0].From ?? 0)) AddLine(line);
        foreach (var (tier, original) in copies)
            foreach (var interval in tier.Intervals) AddCopy(tier, interval, original);
    }

    // Signs of sounds are shorter than words: a tier of them never comes before one of words.
    private static double IsOfSounds(Tier tier) => tier.IsOfWords ? -tier.Intervals.Average(static i => i.Field.Text.Length) : 0;

    private static bool IsCopy(Tier tier, TierInterval[] original)
    {
        var same = 0;
        foreach (var interval in tier.Intervals)
        {
            var words = Under(interval, original).Select(static w => w.Field.Text);
            if (new CanonicalText(interval.Field.Text).Letters == new CanonicalText(string.Concat(words)).Letters) same++;
        }
        return same * 2 >= tier.Intervals.Count;
    }

    /// <summary>True for a tier that cuts the words of another one: sounds, syllables.</summary>
    private static bool IsInside(Tier tier, (Tier Tier, TierInterval[] ByTime) spoken)
    {
        if (!spoken.Tier.IsOfWords || tier.Intervals.Count * 2 < spoken.ByTime.Length * 3) return false;
        var inside = tier.Intervals.Count(
            i => Under(i, spoken.ByTime) is [var word] && word.From - Tolerance <= i.From && i.To <= word.To + Tolerance);
        return inside * 10 >= tier.Intervals.Count * 8;
    }

    private static List<TierInterval> Under(TierInterval interval, TierInterval[] byTime)
    {
        var found = new List<TierInterval>();
        if (interval is not { From: { } from, To: { } to }) return found;
        int low = 0, high = byTime.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (byTime[middle].To > from + Tolerance) high = middle;
            else low = middle + 1;
        }
        for (; low < byTime.Length && byTime[low].From < to - Tolerance; low++)
            if (byTime[low].Overlaps(interval)) found.Add(byTime[low]);
        return found;
    }

    private static IEnumerable<(Tier Tier, List<TierInterval> Intervals)> Lines(Tier tier)
    {
        var line = new List<TierInterval>();
        foreach (var interval in tier.Intervals)
        {
            if (line.Count > 0 && (!tier.IsOfWords || interval.From > line[^1].To + Pause))
            {
                yield return (tier, line);
                line = [];
            }
            line.Add(interval);
        }
        if (line.Count > 0) yield return (tier, line);
    }

    private void AddLine((Tier Tier, List<TierInterval> Intervals) line)
    {
        SpokenWord[] words = [.. line.Intervals.Select(i => new SpokenWord(i.Field, i.From, i.To, " ", line.Tier.Speaker))];
        var span = line.Tier.IsOfWords
            ? builder.AddWords(words, line.Intervals[0].From, line.Intervals[^1].To)
            : builder.AddSegment(words, line.Intervals[0].From, line.Intervals[0].To);
        var start = span.Start;
        foreach (var interval in line.Intervals)
        {
            interval.Spoken = new(start, interval.Field.Text.Length);
            start += interval.Field.Text.Length + 1;
        }
    }

    private void AddCopy(Tier tier, TierInterval interval, TierInterval[] original)
    {
        var words = Under(interval, original);
        if (words.Count == 0) // nothing that it could repeat
        {
            AddLine((tier, [interval]));
            return;
        }
        foreach (var word in words) interval.Spoken = interval.Spoken is { } known ? known.Union(word.Spoken!.Value) : word.Spoken;
        builder.AddCopy([interval.Field], " ", interval.Spoken, "$.tier",
            time: AudioSpan.FromBounds(interval.From!.Value, interval.To!.Value));
    }
}
