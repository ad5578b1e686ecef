using System.Buffers;
using BenchmarkDotNet.Attributes;
using Redaction.Text;

namespace Redaction.Benchmarks;

/// <summary>All detectors together, on 100 KB.</summary>
public class TextBench
{
    private static readonly TextRedactor s_redactor = new(new("bench", new PolicyRule("label")), TextDetectors.All, TextOperators.All);
    private readonly ArrayBufferWriter<char> _output = new(2 * Prose.Length);

    [Benchmark]
    public int PlanProse() => s_redactor.Plan(Prose.Ordinary).Items.Length;

    [Benchmark]
    public int PlanClean() => s_redactor.Plan(Prose.Clean).Items.Length;

    [Benchmark]
    public int PlanRecords() => s_redactor.Plan(Prose.Records).Items.Length;

    [Benchmark]
    public int PlanDense() => s_redactor.Plan(Prose.Dense).Items.Length;

    [Benchmark]
    public int RedactDense()
    {
        _output.ResetWrittenCount();
        return s_redactor.Redact(Prose.Dense, _output).Items.Length;
    }
}
