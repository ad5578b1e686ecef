using BenchmarkDotNet.Attributes;
using Redaction.Text;

namespace Redaction.Benchmarks;

/// <summary>Each detector alone, on 100 KB of prose.</summary>
public class DetectorBench
{
    private readonly FindingSink<TextSpan> _sink = new();
    private ITextDetector _detector = TextDetectors.All[0];

    public static IEnumerable<string> Ids => TextDetectors.All.Select(static d => d.Info.Id);

    [ParamsSource(nameof(Ids))]
    public string Id { get; set; } = "";

    [GlobalSetup]
    public void SetUp() => _detector = TextDetectors.All.Single(d => d.Info.Id == Id);

    [Benchmark]
    public int Detect()
    {
        _sink.Clear();
        _detector.Detect(new TextSource(Prose.Ordinary), _sink);
        return _sink.Count;
    }
}
