namespace Redaction.Evaluation;

/// <summary>Compares predicted with true boxes, image by image.</summary>
/// <remarks>
/// In each image the predictions, from the surest down, each take the free true box they overlap most,
/// if by at least the threshold; a second box on the same truth is false (PASCAL VOC, Everingham et al. 2010).
/// Average precision is the area under the interpolated curve over all points. Predictions of equal score count together,
/// so that the figure does not depend on their order. Not thread-safe.
/// </remarks>
internal sealed class BoxScorer
{
    private readonly double _threshold;
    private readonly List<(double Score, bool IsTrue, int Bucket)> _predictions = [];
    private readonly double[] _edges;
    private readonly long[] _truthByBucket;
    private long _truth;

    /// <summary>Makes a scorer.</summary>
    /// <param name="threshold">The least intersection over union of a match, 0 to 1.</param>
    /// <param name="bucketEdges">Heights in pixels that divide the truth into buckets:
    /// edges 24 and 96 make under 24, 24 to 96, from 96.</param>
    public BoxScorer(double threshold, params ReadOnlySpan<double> bucketEdges)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threshold);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(threshold, 1);
        _threshold = threshold;
        _edges = bucketEdges.ToArray();
        _truthByBucket = new long[_edges.Length + 1];
    }

    /// <summary>Number of images so far.</summary>
    public int Images { get; private set; }

    /// <summary>Number of true boxes so far.</summary>
    public long Support => _truth;

    /// <summary>Adds an image.</summary>
    public void Add(ReadOnlySpan<Box> truth, ReadOnlySpan<Box> predictions)
    {
        Images++;
        _truth += truth.Length;
        foreach (ref readonly var box in truth) _truthByBucket[BucketOf(box.Height)]++;
        var taken = new bool[truth.Length];
        foreach (var prediction in predictions.ToArray().OrderByDescending(static p => p.Score)) // stable: equal scores in the order given
        {
            var best = Best(truth, taken, prediction);
            if (best >= 0) taken[best] = true;
            _predictions.Add((prediction.Score, best >= 0, best >= 0 ? BucketOf(truth[best].Height) : -1));
        }
    }

    /// <summary>Average precision, 0 to 1; null when there is nothing to find.</summary>
    public double? AveragePrecision()
    {
        if (_truth == 0) return null;
        var points = Curve();
        double area = 0, best = 0;
        for (var i = points.Count - 1; i >= 0; i--)
        {
            best = Math.Max(best, (double)points[i].Hits / (points[i].Hits + points[i].Misses));
            area += best * (points[i].Hits - (i == 0 ? 0 : points[i - 1].Hits));
        }
        return area / _truth;
    }

    /// <summary>Recall and precision after each distinct score, from the highest down; empty when there is nothing to find.</summary>
    public IReadOnlyList<(double Recall, double Precision)> PrecisionRecall() =>
        _truth == 0 ? [] : [.. Curve().Select(p => ((double)p.Hits / _truth, (double)p.Hits / (p.Hits + p.Misses)))];

    /// <summary>Number of predictions with a score in each tenth between 0 and 1.</summary>
    public IReadOnlyList<int> ScoreHistogram()
    {
        var bins = new int[10];
        foreach (var prediction in _predictions) bins[Math.Clamp((int)(prediction.Score * bins.Length), 0, bins.Length - 1)]++;
        return bins;
    }

    /// <summary>The highest recall reached while there are at most <paramref name="rate"/> false boxes an image;
    /// null when there is nothing to find.</summary>
    public double? RecallAt(double rate) => _truth == 0 ? null : (double)HitsAt(rate, static _ => true) / _truth;

    /// <summary>The recall of each height bucket at the score that <see cref="RecallAt"/> stops at;
    /// null where a bucket holds no truth.</summary>
    public IReadOnlyList<double?> RecallByBucketAt(double rate) =>
        [.. _truthByBucket.Select((support, bucket) => support == 0 ? (double?)null : (double)HitsAt(rate, b => b == bucket) / support)];

    private long HitsAt(double rate, Func<int, bool> counts)
    {
        var allowed = rate * Images;
        var cut = double.PositiveInfinity;
        foreach (var point in Curve())
            if (point.Misses <= allowed) cut = point.Score;
            else break;
        return _predictions.Count(p => p.IsTrue && p.Score >= cut && counts(p.Bucket));
    }

    /// <summary>Running counts after each distinct score, from the highest down.</summary>
    private List<(double Score, long Hits, long Misses)> Curve()
    {
        var points = new List<(double, long, long)>();
        long hits = 0, misses = 0;
        foreach (var group in _predictions.GroupBy(static p => p.Score).OrderByDescending(static g => g.Key))
        {
            var found = group.LongCount(static p => p.IsTrue);
            hits += found;
            misses += group.LongCount() - found;
            points.Add((group.Key, hits, misses));
        }
        return points;
    }

    private int Best(ReadOnlySpan<Box> truth, bool[] taken, in Box prediction)
    {
        var best = -1;
        var overlap = 0.0;
        for (var i = 0; i < truth.Length; i++)
        {
            if (taken[i]) continue;
            var iou = truth[i].Iou(prediction);
            if (iou >= _threshold && iou > overlap) (best, overlap) = (i, iou);
        }
        return best;
    }

    private int BucketOf(double height)
    {
        var bucket = 0;
        while (bucket < _edges.Length && height >= _edges[bucket]) bucket++;
        return bucket;
    }
}
