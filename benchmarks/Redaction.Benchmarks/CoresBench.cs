using BenchmarkDotNet.Attributes;
using Redaction.Text;

namespace Redaction.Benchmarks;

/// <summary>How work spreads over cores: 16 documents of 100,000 characters in which every sentence holds a value.</summary>
public class CoresBench
{
    private static readonly TextRedactor s_redactor = new(new("bench", new PolicyRule("label")), TextDetectors.All, TextOperators.All);

    [Params(1, 2)]
    public int Threads { get; set; }

    [Benchmark]
    public void Plan() =>
        Parallel.For(0, 16, new ParallelOptions { MaxDegreeOfParallelism = Threads }, static _ => s_redactor.Plan(Prose.Dense));
}
