namespace Redaction.Evaluation;

/// <summary>Compares the masked time of calls with the words that should have been masked.</summary>
/// <remarks>
/// Names follow the named-entity localisation task of SLUE phase 2 (arXiv 2212.10525): frame-F1 over time,
/// and words that count as found when at least a share ρ of each is covered. Times are measured exactly,
/// which is frame-F1 at vanishing frame length. Not thread-safe.
/// </remarks>
internal sealed class CallScorer
{
    private readonly double _coverage;
    private double _sharedSeconds, _trueSeconds, _maskedSeconds;

    /// <summary>Makes a scorer.</summary>
    /// <param name="coverage">ρ: the share of a true word that must be masked for the word to count as found; 1 is strict.</param>
    public CallScorer(double coverage = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(coverage);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(coverage, 1);
        _coverage = coverage;
    }

    /// <summary>Number of calls so far.</summary>
    public int Calls { get; private set; }

    /// <summary>Number of calls in which at least one true word was not found.</summary>
    public int LeakingCalls { get; private set; }

    /// <summary>Counts of true words found and missed; other words masked by at least ρ are false positives.</summary>
    public Tally Words { get; private set; }

    /// <summary>Share of the masked time that is true; null when nothing was masked.</summary>
    public double? FramePrecision => _maskedSeconds == 0 ? null : _sharedSeconds / _maskedSeconds;

    /// <summary>Share of the true time that is masked; null when there is nothing to mask.</summary>
    public double? FrameRecall => _trueSeconds == 0 ? null : _sharedSeconds / _trueSeconds;

    /// <summary>Harmonic mean of <see cref="FramePrecision"/> and <see cref="FrameRecall"/>;
    /// null when there is neither truth nor mask.</summary>
    public double? FrameF1 => _trueSeconds + _maskedSeconds == 0 ? null : 2 * _sharedSeconds / (_trueSeconds + _maskedSeconds);

    /// <summary>Masked seconds for each true second; 1 is exact. Null when there is nothing to mask.</summary>
    public double? OverMasking => _trueSeconds == 0 ? null : _maskedSeconds / _trueSeconds;

    /// <summary>Adds a call.</summary>
    /// <param name="truth">The words that must be masked.</param>
    /// <param name="others">The words that should stay.</param>
    /// <param name="masked">The masked time; may overlap.</param>
    public void Add(IReadOnlyCollection<Interval> truth, IReadOnlyCollection<Interval> others, IEnumerable<Interval> masked)
    {
        ArgumentNullException.ThrowIfNull(truth);
        ArgumentNullException.ThrowIfNull(others);
        var mask = Interval.Join(masked);
        var trueTime = Interval.Join(truth);
        _maskedSeconds += mask.Sum(static i => i.Length);
        _trueSeconds += trueTime.Sum(static i => i.Length);
        _sharedSeconds += trueTime.Sum(t => mask.Sum(t.Shared));
        var found = truth.Count(w => IsCovered(w, mask));
        Words += new Tally(found, others.Count(w => IsCovered(w, mask)), truth.Count - found);
        Calls++;
        if (found < truth.Count) LeakingCalls++;
    }

    private bool IsCovered(Interval word, IReadOnlyList<Interval> mask) => mask.Sum(word.Shared) >= _coverage * word.Length - 1e-9;
}
