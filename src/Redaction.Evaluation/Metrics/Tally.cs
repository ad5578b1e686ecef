namespace Redaction.Evaluation;

/// <summary>Counts of a comparison with the truth, and the ratios made of them.</summary>
/// <param name="TruePositives">Predicted and true.</param>
/// <param name="FalsePositives">Predicted and not true.</param>
/// <param name="FalseNegatives">True and not predicted.</param>
internal readonly record struct Tally(long TruePositives, long FalsePositives, long FalseNegatives)
{
    /// <summary>Number of true items.</summary>
    public long Support => TruePositives + FalseNegatives;

    /// <summary>Share of the predicted that is true, 0 to 1; null when nothing was predicted.</summary>
    public double? Precision => Ratio(TruePositives, TruePositives + FalsePositives);

    /// <summary>Share of the true that was predicted, 0 to 1; null when there is nothing to find.</summary>
    public double? Recall => Ratio(TruePositives, Support);

    /// <summary>F-measure: the harmonic mean of precision and recall in which recall weighs <paramref name="beta"/> times as much
    /// (van Rijsbergen 1979). Null when there is neither truth nor prediction.</summary>
    public double? F(double beta)
    {
        var b = beta * beta;
        return Ratio((1 + b) * TruePositives, (1 + b) * TruePositives + b * FalseNegatives + FalsePositives);
    }

    /// <summary>Sums two tallies.</summary>
    public static Tally operator +(Tally left, Tally right) => left.Add(right);

    /// <summary>Sums two tallies.</summary>
    public Tally Add(Tally other) => new(
        TruePositives + other.TruePositives, FalsePositives + other.FalsePositives, FalseNegatives + other.FalseNegatives);

    private static double? Ratio(double part, double whole) => whole == 0 ? null : part / whole;
}
