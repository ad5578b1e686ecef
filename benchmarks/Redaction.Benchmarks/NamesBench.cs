using BenchmarkDotNet.Attributes;
using Redaction.Text.Names;

namespace Redaction.Benchmarks;

/// <summary>The names models alone, on 100 KB: about 17,000 words.</summary>
public class NamesBench
{
    private readonly FindingSink<TextSpan> _sink = new();
    private NamesDetector _names = null!;

    [ParamsAllValues]
    public DetectionQuality Quality { get; set; }

    [GlobalSetup]
    public void SetUp() => _names = NamesDetector.Create(quality: Quality);

    [Benchmark]
    public int Prose() => Detect(Benchmarks.Prose.Ordinary);

    [Benchmark]
    public int Dense() => Detect(Benchmarks.Prose.Dense);

    [GlobalCleanup]
    public void CleanUp() => _names.Dispose();

    private int Detect(string text)
    {
        _sink.Clear();
        _names.Detect(new TextSource(text), _sink);
        return _sink.Count;
    }
}
