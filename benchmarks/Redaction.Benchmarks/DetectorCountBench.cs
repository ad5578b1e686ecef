using BenchmarkDotNet.Attributes;
using Redaction.Text;

namespace Redaction.Benchmarks;

/// <summary>How the cost grows with the number of pattern detectors, on prose and where every sentence holds a value.</summary>
public class DetectorCountBench
{
    private TextRedactor? _redactor;

    /// <summary>Each so many-th detector: 1 for all of them.</summary>
    [Params(8, 4, 2, 1)]
    public int Every { get; set; }

    [GlobalSetup]
    public void SetUp() =>
        _redactor = new(new("bench", new PolicyRule("label")), TextDetectors.All.Where((_, i) => i % Every == 0), TextOperators.All);

    [Benchmark]
    public int PlanProse() => _redactor!.Plan(Prose.Ordinary).Items.Length;

    [Benchmark]
    public int PlanDense() => _redactor!.Plan(Prose.Dense).Items.Length;
}
