using BenchmarkDotNet.Attributes;
using Redaction.Evaluation;

namespace Redaction.Benchmarks;

/// <summary>All text figures with their intervals, from 100,000 true and 100,000 predicted spans in 10,000 documents, or in one.</summary>
public class EvaluationBench
{
    private const int Spans = 100_000;
    private LabelledText[] _documents = [];

    [Params(1, 10_000)]
    public int Documents { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        var each = Spans / Documents;
        var text = new string('x', each * 20);
        string[] entities = ["person", "email", "phone", "date"];
        _documents = [.. Enumerable.Range(0, Documents).Select(d =>
            new LabelledText(d, text,
                [.. Enumerable.Range(0, each).Select(i => new EntitySpan(new(i * 20, 8), entities[i % entities.Length]))]))];
    }

    [Benchmark]
    public FigureTree Figures()
    {
        var evaluation = new TextEvaluation();
        foreach (var document in _documents)
            evaluation.Add(document,
                [.. document.Spans.Select(
                    static (s, i) => s with { Span = new(s.Span.Start + i % 3, s.Span.Length), Score = 0.5f + i % 50 / 100f })]);
        return evaluation.Figures();
    }
}
