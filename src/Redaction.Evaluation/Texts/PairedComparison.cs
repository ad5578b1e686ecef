namespace Redaction.Evaluation;

/// <summary>Two systems on the same texts: is the difference more than chance?</summary>
internal static class PairedComparison
{
    private const int Exact = 1000, Resamples = 1000;

    /// <summary>Puts the differences (the first system less the second) under their names, with their intervals from the same resampled
    /// documents (paired bootstrap), and McNemar's test of which true spans one covers and the other does not.</summary>
    public static void Write(FigureTree figures, TextEvaluation first, TextEvaluation second, ulong seed = 1)
    {
        var (ours, theirs) = (first.Tallies, second.Tallies);
        Difference(figures["strictF1"], ours, theirs, static d => d.Strict, 1, seed);
        Difference(figures["coveredF2"], ours, theirs, static d => d.Covered, 2, seed);
        long onlyFirst = 0, onlySecond = 0;
        foreach (var (one, other) in first.CoveredSpans.Zip(second.CoveredSpans))
        {
            if (one && !other) onlyFirst++;
            if (other && !one) onlySecond++;
        }
        var mcNemar = figures["mcNemar"];
        mcNemar.Set("onlyFirst", onlyFirst);
        mcNemar.Set("onlySecond", onlySecond);
        mcNemar.Set("p", McNemar(onlyFirst, onlySecond));
    }

    /// <summary>The probability of so uneven a split, or a more uneven one, by chance: exact up to a thousand, beyond that from the normal
    /// distribution with Edwards's correction.</summary>
    public static double McNemar(long one, long other)
    {
        var (count, less) = (one + other, Math.Min(one, other));
        if (count == 0) return 1;
        if (count > Exact)
        {
            var z = Math.Max(0, Math.Abs(one - other) - 1) / Math.Sqrt(count);
            return Math.Min(1, UpperTail(z) * 2);
        }
        var (sum, log) = (0.0, -count * Math.Log(2)); // of "count over 0"
        for (var k = 0L; k <= less; k++)
        {
            sum += Math.Exp(log);
            log += Math.Log(count - k) - Math.Log(k + 1);
        }
        return Math.Min(1, 2 * sum);
    }

    /// <summary>Of the standard normal distribution (Abramowitz and Stegun 26.2.17, error under 1e-7).</summary>
    private static double UpperTail(double z)
    {
        var t = 1 / (1 + 0.2316419 * z);
        var series = t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI) * series;
    }

    private static void Difference(
        FigureTree node, IReadOnlyList<DocumentTally> first, IReadOnlyList<DocumentTally> second, Func<DocumentTally, Tally> kind,
        double beta, ulong seed)
    {
        Tally[] ours = [.. first.Select(kind)], theirs = [.. second.Select(kind)];
        node.Set("difference", Sum(ours, null).F(beta) - Sum(theirs, null).F(beta));
        var (values, state, drawn) = (new List<double>(Resamples), seed, new int[ours.Length]);
        for (var i = 0; i < Resamples; i++)
        {
            for (var k = 0; k < drawn.Length; k++) drawn[k] = (int)Math.BigMul(Bootstrap.Next(ref state), (ulong)drawn.Length, out _);
            if (Sum(ours, drawn).F(beta) - Sum(theirs, drawn).F(beta) is { } value) values.Add(value);
        }
        if (Bootstrap.Percentiles(values) is not var (low, high)) return;
        node.Set("low", low);
        node.Set("high", high);
    }

    private static Tally Sum(Tally[] tallies, int[]? drawn)
    {
        var sum = default(Tally);
        for (var k = 0; k < tallies.Length; k++) sum += tallies[drawn is null ? k : drawn[k]];
        return sum;
    }
}
