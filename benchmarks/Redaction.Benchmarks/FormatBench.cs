using System.Text;
using BenchmarkDotNet.Attributes;
using Redaction.Text;

namespace Redaction.Benchmarks;

/// <summary>Each document format over about 100 KB of prose, all detectors, output thrown away.</summary>
public class FormatBench
{
    private readonly TextRedactor _redactor =
        new(new("bench", new PolicyRule("label") { MinScore = 0.5f }, new PolicyRule("keep")), TextDetectors.All, TextOperators.All);
    private byte[] _document = [];
    private IDocumentFormat _format = new PlainText();

    [Params("text", "json", "jsonl", "csv")]
    public string Format { get; set; } = "text";

    [GlobalSetup]
    public void Setup()
    {
        _format = DocumentFormats.All.Single(f => f.Id == Format);
        var lines = Prose.Ordinary.Chunk(200).Select(c => new string(c).ReplaceLineEndings(" ").Replace('"', '\'')).ToArray();
        _document = Encoding.UTF8.GetBytes(Format switch
        {
            "json" => "[" + string.Join(",\n", lines.Select(l => $"{{\"note\":\"{l}\"}}")) + "]",
            "jsonl" => string.Concat(lines.Select(l => $"{{\"note\":\"{l}\"}}\n")),
            "csv" => "id,note\n" + string.Concat(lines.Select((l, i) => $"{i},\"{l}\"\n")),
            _ => Prose.Ordinary,
        });
    }

    [Benchmark]
    public void Redact() => _format.Redact(new MemoryStream(_document), Stream.Null, new DocumentJob(_redactor));
}
