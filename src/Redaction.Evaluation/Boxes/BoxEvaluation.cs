namespace Redaction.Evaluation;

/// <summary>Everything that is measured on labelled images: boxes, and how well masks cover the truth. Not thread-safe.</summary>
internal sealed class BoxEvaluation
{
    private static readonly double[] s_edges = [24, 48, 96];
    private static readonly string[] s_buckets = ["under24", "24to48", "48to96", "from96"];
    private readonly BoxScorer _boxes;
    private readonly BoxScorer[] _strict = [.. Enumerable.Range(0, 10).Select(static i => new BoxScorer(0.5 + 0.05 * i, s_edges))];
    private readonly double _actsFrom;
    private long _truePixels, _coveredPixels, _maskedPixels, _pixels;

    /// <summary>Makes an evaluation.</summary>
    /// <param name="threshold">The least intersection over union of a match.</param>
    /// <param name="actsFrom">The score from which a box becomes a mask, for the coverage of pixels.</param>
    public BoxEvaluation(double threshold = 0.4, double actsFrom = 0.5)
    {
        _boxes = new(threshold, s_edges);
        _actsFrom = actsFrom;
    }

    /// <summary>Recall and precision after each distinct score, from the highest down.</summary>
    public IReadOnlyList<(double Recall, double Precision)> Curve => _boxes.PrecisionRecall();

    /// <summary>Number of predictions with a score in each tenth between 0 and 1.</summary>
    public IReadOnlyList<int> ScoreHistogram => _boxes.ScoreHistogram();

    /// <summary>Adds an image.</summary>
    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    /// <param name="truth">The true boxes.</param>
    /// <param name="predictions">What was found.</param>
    /// <param name="masks">What would be painted over; those from the score on that makes a mask count.</param>
    public void Add(int width, int height, ReadOnlySpan<Box> truth, ReadOnlySpan<Box> predictions, ReadOnlySpan<Box> masks)
    {
        _boxes.Add(truth, predictions);
        foreach (var scorer in _strict) scorer.Add(truth, predictions);
        var isTrue = Paint(width, height, truth, 0);
        var isMasked = Paint(width, height, masks, _actsFrom);
        for (var i = 0; i < isTrue.Length; i++)
        {
            if (isTrue[i]) _truePixels++;
            if (isMasked[i]) _maskedPixels++;
            if (isTrue[i] && isMasked[i]) _coveredPixels++;
        }
        _pixels += isTrue.Length;
    }

    /// <summary>All figures.</summary>
    public FigureTree Figures()
    {
        var figures = new FigureTree();
        var overall = figures["overall"];
        overall.Set("images", _boxes.Images);
        overall.Set("support", _boxes.Support);
        overall.Set("averagePrecision", _boxes.AveragePrecision());
        overall.Set("averagePrecision50", _strict[0].AveragePrecision());
        overall.Set("averagePrecision50to95", _boxes.Support == 0 ? null : _strict.Average(static s => s.AveragePrecision()));
        overall.Set("recallAt0.1", _boxes.RecallAt(0.1));
        overall.Set("recallAt0.5", _boxes.RecallAt(0.5));
        foreach (var (name, rate) in (ReadOnlySpan<(string, double)>)[("recallAt0.1", 0.1), ("recallAt0.5", 0.5)])
        {
            var recalls = _boxes.RecallByBucketAt(rate);
            for (var i = 0; i < s_buckets.Length; i++) figures["height"][s_buckets[i]].Set(name, recalls[i]);
        }
        var pixels = figures["pixels"];
        pixels.Set("covered", Share(_coveredPixels, _truePixels));
        pixels.Set("overMasking", Share(_maskedPixels - _coveredPixels, _pixels));
        pixels.Set("maskedPerTrue", Share(_maskedPixels, _truePixels));
        return figures;
    }

    private static double? Share(long part, long whole) => whole == 0 ? null : (double)part / whole;

    private static bool[] Paint(int width, int height, ReadOnlySpan<Box> boxes, double from)
    {
        var pixels = new bool[width * height];
        foreach (ref readonly var box in boxes)
        {
            if (box.Score < from) continue;
            int left = Math.Clamp((int)Math.Floor(box.X), 0, width), right = Math.Clamp((int)Math.Ceiling(box.X + box.Width), left, width);
            int top = Math.Clamp((int)Math.Floor(box.Y), 0, height), bottom =
                Math.Clamp((int)Math.Ceiling(box.Y + box.Height), top, height);
            for (var y = top; y < bottom; y++) pixels.AsSpan(y * width + left, right - left).Fill(true);
        }
        return pixels;
    }
}
