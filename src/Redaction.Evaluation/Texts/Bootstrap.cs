namespace Redaction.Evaluation;

/// <summary>Percentile intervals by drawing documents with replacement (Efron 1979).
/// The same seed gives the same interval on any machine.</summary>
internal static class Bootstrap
{
    /// <summary>The 2.5th and 97.5th percentile of a figure over resampled documents;
    /// null where the figure has no value in any resample.</summary>
    /// <param name="documents">The counts of each document.</param>
    /// <param name="figure">The figure of the summed counts.</param>
    /// <param name="seed">Seed of the draw.</param>
    /// <param name="resamples">Number of resamples.</param>
    public static (double Low, double High)? Interval(
        IReadOnlyList<Tally> documents, Func<Tally, double?> figure, ulong seed = 1, int resamples = 500) =>
        Intervals([.. documents], [figure], seed, resamples)[0];

    /// <summary>As <see cref="Interval"/>, several figures of the same resamples.</summary>
    internal static (double Low, double High)?[] Intervals(
        ReadOnlySpan<Tally> documents, ReadOnlySpan<Func<Tally, double?>> figures, ulong seed = 1, int resamples = 500)
    {
        var values = new List<double>[figures.Length];
        for (var k = 0; k < figures.Length; k++) values[k] = new(resamples);
        var state = seed;
        for (var i = 0; i < resamples; i++)
        {
            var sum = Draw(documents, ref state);
            for (var k = 0; k < figures.Length; k++)
                if (figures[k](sum) is { } value) values[k].Add(value);
        }
        return [.. values.Select(Percentiles)];
    }

    private static Tally Draw(ReadOnlySpan<Tally> documents, ref ulong state)
    {
        long hits = 0, wrong = 0, missed = 0;
        for (var k = 0; k < documents.Length; k++)
        {
            ref readonly var drawn = ref documents[(int)Math.BigMul(Next(ref state), (ulong)documents.Length, out _)];
            hits += drawn.TruePositives;
            wrong += drawn.FalsePositives;
            missed += drawn.FalseNegatives;
        }
        return new(hits, wrong, missed);
    }

    /// <summary>The 2.5th and 97.5th percentile; null of nothing.</summary>
    internal static (double Low, double High)? Percentiles(List<double> values)
    {
        if (values.Count == 0) return null;
        values.Sort();
        return (values[(int)(0.025 * (values.Count - 1))], values[(int)Math.Ceiling(0.975 * (values.Count - 1))]);
    }

    /// <summary>SplitMix64 (Steele, Lea and Flood 2014).</summary>
    internal static ulong Next(ref ulong state)
    {
        var z = state += 0x9E3779B97F4A7C15;
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
        z = (z ^ z >> 27) * 0x94D049BB133111EB;
        return z ^ z >> 31;
    }
}
