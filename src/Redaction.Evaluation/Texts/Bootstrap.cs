namespace Redaction.Evaluation;

/// <summary>Percentile intervals by drawing documents with replacement (Efron 1979). The same seed gives the same interval on any machine.</summary>
public static class Bootstrap
{
    /// <summary>The 2.5th and 97.5th percentile of a figure over resampled documents; null where the figure has no value in any resample.</summary>
    /// <param name="documents">The counts of each document.</param>
    /// <param name="figure">The figure of the summed counts.</param>
    /// <param name="seed">Seed of the draw.</param>
    /// <param name="resamples">Number of resamples.</param>
    public static (double Low, double High)? Interval(IReadOnlyList<Tally> documents, Func<Tally, double?> figure, ulong seed = 1, int resamples = 500)
    {
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(figure);
        var values = new List<double>(resamples);
        var state = seed;
        for (var i = 0; i < resamples; i++)
        {
            long hits = 0, wrong = 0, missed = 0;
            for (var k = 0; k < documents.Count; k++)
            {
                var drawn = documents[(int)(Next(ref state) % (ulong)documents.Count)];
                hits += drawn.TruePositives;
                wrong += drawn.FalsePositives;
                missed += drawn.FalseNegatives;
            }
            if (figure(new(hits, wrong, missed)) is { } value) values.Add(value);
        }
        if (values.Count == 0) return null;
        values.Sort();
        return (values[(int)(0.025 * (values.Count - 1))], values[(int)Math.Ceiling(0.975 * (values.Count - 1))]);
    }

    /// <summary>SplitMix64 (Steele, Lea and Flood 2014).</summary>
    private static ulong Next(ref ulong state)
    {
        var z = state += 0x9E3779B97F4A7C15;
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
        z = (z ^ z >> 27) * 0x94D049BB133111EB;
        return z ^ z >> 31;
    }
}
