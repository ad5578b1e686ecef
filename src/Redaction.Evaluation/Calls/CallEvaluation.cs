namespace Redaction.Evaluation;

/// <summary>Everything that is measured on labelled calls: words, time, leaks and how exactly masks begin and
/// end. Not thread-safe.</summary>
internal sealed class CallEvaluation
{
    private static readonly double[] s_coverages = [0.5, 0.8, 1];
    private readonly CallScorer[] _scorers = [.. s_coverages.Select(static c => new CallScorer(c))];
    private readonly SortedDictionary<string, Tally> _entities = new(StringComparer.Ordinal);
    private readonly List<double> _early = [], _late = [];
    private readonly List<Tally> _calls = [];
    private long _others;

    /// <summary>Adds a call.</summary>
    /// <param name="call">The call. Words inside a value that are no part of it count neither way.</param>
    /// <param name="masked">The masked time; may overlap.</param>
    public void Add(LabelledCall call, IEnumerable<Interval> masked)
    {
        ArgumentNullException.ThrowIfNull(call);
        var mask = Interval.Join(masked);
        Interval[] truth = [.. call.Words.Where(static w => w.Entity is not null && !w.IsFree).Select(At)];
        Interval[] others = [.. call.Words.Where(static w => w.Entity is null && !w.IsFree).Select(At)];
        _others += others.Length;
        foreach (var scorer in _scorers) scorer.Add(truth, others, mask);
        foreach (var word in call.Words.Where(static w => w.Entity is not null && !w.IsFree))
        {
            var found = IsCovered(At(word), mask) ? 1 : 0;
            _entities[word.Entity!] = _entities.GetValueOrDefault(word.Entity!) + new Tally(found, 0, 1 - found);
        }
        _calls.Add(new(truth.Count(w => IsCovered(w, mask)), others.Count(w => IsCovered(w, mask)), truth.Count(w => !IsCovered(w, mask))));
        Boundaries(truth, mask);
    }

    /// <summary>All figures.</summary>
    /// <param name="seed">Seed of the intervals.</param>
    public FigureTree Figures(ulong seed = 1)
    {
        var figures = new FigureTree();
        var overall = figures["overall"];
        var half = _scorers[0];
        overall.Set("calls", half.Calls);
        overall.Set("leakingCalls", half.LeakingCalls);
        overall.Set("callsWithoutLeak", half.Calls == 0 ? null : 1 - (double)half.LeakingCalls / half.Calls);
        overall.Set("wordRecall", half.Words.Recall);
        overall.Set("otherWordsMasked", _others == 0 ? null : (double)half.Words.FalsePositives / _others);
        overall.Set("frameF1", half.FrameF1);
        overall.Set("framePrecision", half.FramePrecision);
        overall.Set("frameRecall", half.FrameRecall);
        overall.Set("overMasking", half.OverMasking);
        for (var i = 0; i < s_coverages.Length; i++) figures["wordsAtCoverage"][$"{s_coverages[i] * 100:0}%"].Set(_scorers[i].Words);
        if (Bootstrap.Interval(_calls, static t => t.Recall, seed) is var (low, high))
        {
            overall["interval95"].Set("wordRecallLow", low);
            overall["interval95"].Set("wordRecallHigh", high);
        }
        foreach (var (entity, tally) in _entities)
        {
            figures["entities"][entity].Set("support", tally.Support);
            figures["entities"][entity].Set("wordRecall", tally.Recall);
        }
        Percentiles(figures["boundarySeconds"]["start"], _early);
        Percentiles(figures["boundarySeconds"]["end"], _late);
        return figures;
    }

    private static Interval At(LabelledWord word) => new(word.Start, word.End);

    private static bool IsCovered(Interval word, IReadOnlyList<Interval> mask) =>
        mask.Sum(word.Shared) >= s_coverages[0] * word.Length - 1e-9;

    /// <summary>How far the mask reaches beyond the first and last word of each true stretch; negative where it falls short.</summary>
    private void Boundaries(Interval[] truth, IReadOnlyList<Interval> mask)
    {
        foreach (var stretch in Interval.Join(truth))
        {
            var over = mask.Where(m => m.Shared(stretch) > 0).ToArray();
            if (over.Length == 0) continue;
            _early.Add(stretch.From - over[0].From);
            _late.Add(over[^1].To - stretch.To);
        }
    }

    private static void Percentiles(FigureTree figures, List<double> values)
    {
        if (values.Count == 0) return;
        values.Sort();
        foreach (var percent in (ReadOnlySpan<int>)[5, 50, 95])
            figures.Set($"p{percent:00}", values[(int)(percent / 100.0 * (values.Count - 1))]);
    }
}
