using BenchmarkDotNet.Attributes;
using Redaction.Audio;
using Redaction.Evaluation;

namespace Redaction.Benchmarks;

/// <summary>Spoken forms alone, on the words of 100 invented calls.</summary>
public class SpokenBench
{
    private static readonly string s_words = string.Join(' ',
        new SpokenCallGenerator(CallSet.Development, 1).Generate(100).SelectMany(static c => c.Words).Select(static w => w.Text));
    private readonly SpokenDetector _spoken = new();
    private readonly FindingSink<TextSpan> _sink = new();

    [Benchmark]
    public int Detect()
    {
        _sink.Clear();
        _spoken.Detect(new TextSource(s_words, new RedactionContext { DataType = SpokenDetector.DataType }), _sink);
        return _sink.Count;
    }
}
