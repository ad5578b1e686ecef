using BenchmarkDotNet.Attributes;
using Redaction.Audio;
using Redaction.Text;

namespace Redaction.Benchmarks;

/// <summary>A call of 28 s at 16 kHz with its transcript, and the transcript alone.</summary>
public class AudioBench
{
    private readonly CallRedactor _redactor = new(
        new("bench", new PolicyRule("label") { Medium = "text" }, new PolicyRule("tone")), TextDetectors.All,
        [.. TextOperators.All, .. AudioOperators.All]);

    private byte[] _wav = [], _transcript = [];

    [GlobalSetup]
    public void Setup()
    {
        _wav = File.ReadAllBytes(Samples.PathOf("calls", "support-call.wav"));
        _transcript = File.ReadAllBytes(Samples.PathOf("calls", "support-call.json"));
    }

    [Benchmark]
    public CallSummary Call() => _redactor.Redact(
        new MemoryStream(_wav), new MemoryStream(_transcript), new WhisperJson(), Stream.Null, Stream.Null);

    [Benchmark]
    public void Transcript() => _redactor.RedactTranscript(
        new MemoryStream(_transcript), new WhisperJson(), Stream.Null);
}
