using BenchmarkDotNet.Attributes;

namespace Redaction.Benchmarks;

/// <summary>The merge of overlapping items, and the flow from findings to plan with detectors that cost nothing.</summary>
public class PlannerBench
{
    private PlannedRedaction<TextSpan>[] _items = [];
    private PlannedRedaction<TextSpan>[] _work = [];
    private RedactionPlanner<TextSource, TextSpan> _planner = new(new("bench", new PolicyRule("erase")));

    [Params(1_000, 100_000)]
    public int Count { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        var random = new Random(1);
        _items = [.. Enumerable.Range(0, Count).Select(_ => new PlannedRedaction<TextSpan>(
            new(EntityTypes.Email, new(random.Next(Count * 20), random.Next(1, 30)), random.NextSingle(), "bench"), 0, "erase"))];
        _work = new PlannedRedaction<TextSpan>[Count];
        _planner = new(new("bench", new PolicyRule("erase")), new Replay([.. _items.Select(static i => i.Finding)]));
    }

    [Benchmark]
    public int Merge()
    {
        _items.CopyTo(_work, 0);
        return OverlapResolution.Merge<TextSpan>(_work);
    }

    [Benchmark]
    public int PlanDense() => _planner.Plan(new TextSource(Prose.Clean)).Items.Length;

    /// <summary>Reports findings made beforehand.</summary>
    private sealed class Replay(Finding<TextSpan>[] findings) : ITextDetector
    {
        public DetectorInfo Info { get; } = new("replay", EntityTypes.Email);

        public void Detect(TextSource source, FindingSink<TextSpan> sink)
        {
            foreach (ref readonly var finding in findings.AsSpan()) sink.Add(in finding);
        }
    }
}
