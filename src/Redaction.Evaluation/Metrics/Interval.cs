namespace Redaction.Evaluation;

/// <summary>A span of time, in seconds.</summary>
/// <param name="From">Start.</param>
/// <param name="To">End, not before the start.</param>
internal readonly record struct Interval(double From, double To)
{
    /// <summary>Length in seconds.</summary>
    public double Length => To - From;

    /// <summary>Seconds shared with another interval.</summary>
    public double Shared(Interval other) => Math.Max(0, Math.Min(To, other.To) - Math.Max(From, other.From));

    /// <summary>Sorts intervals and joins those that touch or overlap.</summary>
    public static IReadOnlyList<Interval> Join(IEnumerable<Interval> intervals)
    {
        var joined = new List<Interval>();
        foreach (var item in intervals.Where(static i => i.Length > 0).OrderBy(static i => i.From))
        {
            if (joined.Count > 0 && item.From <= joined[^1].To) joined[^1] = joined[^1] with { To = Math.Max(joined[^1].To, item.To) };
            else joined.Add(item);
        }
        return joined;
    }
}
