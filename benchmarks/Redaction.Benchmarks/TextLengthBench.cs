using BenchmarkDotNet.Attributes;
using Redaction.Text;

namespace Redaction.Benchmarks;

/// <summary>How the cost grows with the length of the text: all pattern detectors on prose.</summary>
public class TextLengthBench
{
    private static readonly TextRedactor s_redactor = new(new("bench", new PolicyRule("label")), TextDetectors.All, TextOperators.All);
    private string _text = "";

    [Params(1_000, 10_000, 100_000, 1_000_000)]
    public int Characters { get; set; }

    [GlobalSetup]
    public void SetUp() => _text = string.Concat(Enumerable.Repeat(Prose.Ordinary, 1 + Characters / Prose.Length))[..Characters];

    [Benchmark]
    public int Plan() => s_redactor.Plan(_text).Items.Length;
}
