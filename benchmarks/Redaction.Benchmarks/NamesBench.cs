using BenchmarkDotNet.Attributes;
using Redaction.Text.Names;

namespace Redaction.Benchmarks;

/// <summary>The names model alone, on 100 KB: about 17,000 words.</summary>
public class NamesBench
{
    private readonly NamesDetector _names = NamesDetector.Create();
    private readonly FindingSink<TextSpan> _sink = new();

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
