namespace Redaction.Evaluation;

/// <summary>Whether scores mean what they say: of the findings with a score, how many are right;
/// and from which score on a wanted recall is kept.</summary>
internal sealed class Calibration
{
    /// <summary>Number of bins between score 0 and 1.</summary>
    public const int Bins = 10;

    private readonly SortedDictionary<string, (long[] Right, long[] All, double[] Sum)> _bins = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, List<float>> _reached = new(StringComparer.Ordinal);

    /// <summary>The entities that were predicted.</summary>
    public IEnumerable<string> Entities => _bins.Keys;

    /// <summary>Adds a finding.</summary>
    public void AddPrediction(string entity, float score, bool isRight)
    {
        if (!_bins.TryGetValue(entity, out var bins)) _bins.Add(entity, bins = (new long[Bins], new long[Bins], new double[Bins]));
        var bin = Math.Min(Bins - 1, (int)(score * Bins));
        bins.All[bin]++;
        bins.Sum[bin] += score;
        if (isRight) bins.Right[bin]++;
    }

    /// <summary>Adds a true span with the highest score of any finding that covers it; 0 when none does.</summary>
    public void AddTruth(string entity, float reached)
    {
        if (!_reached.TryGetValue(entity, out var scores)) _reached.Add(entity, scores = []);
        scores.Add(reached);
    }

    /// <summary>For each bin: number of findings, their mean score and the share that is right.</summary>
    public IReadOnlyList<(long Count, double? MeanScore, double? Precision)> Table(string entity)
    {
        var (right, all, sum) = _bins[entity];
        return [.. Enumerable.Range(0, Bins)
            .Select(i => (all[i], all[i] == 0 ? (double?)null : sum[i] / all[i], all[i] == 0 ? (double?)null : (double)right[i] / all[i]))];
    }

    /// <summary>Expected calibration error: the mean distance between score and precision, weighted by findings (Guo et al. 2017);
    /// null without findings.</summary>
    public double? ExpectedError(string entity)
    {
        if (!_bins.ContainsKey(entity)) return null;
        var table = Table(entity);
        var all = table.Sum(static b => b.Count);
        return all == 0 ? null : table.Sum(static b => b.Count * Math.Abs((b.MeanScore ?? 0) - (b.Precision ?? 0))) / all;
    }

    /// <summary>The highest score from which on findings keep the wanted recall; null when no score does.</summary>
    public double? ThresholdFor(string entity, double recall)
    {
        if (!_reached.TryGetValue(entity, out var scores)) return null;
        var needed = (int)Math.Ceiling(recall * scores.Count - 1e-9);
        if (needed == 0) return 1;
        var threshold = scores.OrderDescending().ElementAt(needed - 1);
        return threshold > 0 ? threshold : null;
    }
}
