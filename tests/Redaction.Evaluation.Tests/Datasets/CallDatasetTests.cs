using Redaction.TestKit;
using Xunit;

namespace Redaction.Evaluation.Tests.Datasets;

public sealed class CallDatasetTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_LabelsOnWordsAndAsSpans_AreTheSame()
    {
        const string Words =
            """{"start":0,"end":0.4,"text":"my"},{"start":0.4,"end":0.8,"text":"name"},{"start":0.8,"end":1,"text":"is"},{"start":1,"end":1.5,"word":" Ana","label":"LABEL"}""";
        var path = _folder.Write("calls.jsonl",
            $"{{\"id\":\"a\",\"words\":[{Words.Replace("LABEL", "person", StringComparison.Ordinal)}]}}\n" +
            $"{{\"words\":[{Words.Replace("LABEL", "O", StringComparison.Ordinal)}],\"spans\":[{{\"start\":11,\"end\":14,\"entity\":\"person\"}}]}}\n");

        var calls = CallJsonLines.Read(path).ToArray();

        Assert.Equal(["a", "2"], calls.Select(c => c.Id));
        Assert.All(calls, c => Assert.Equal([null, null, null, "person"], c.Words.Select(w => w.Entity)));
    }

    [Fact]
    public void Open_JsonLinesWithWords_AreCalls() =>
        Assert.Equal("calls", EvaluationSource.Open(_folder.Write("calls.jsonl", """{"words":[]}"""), null, new()).Kind);

    [Fact]
    public void Read_BadLine_IsNamedWithoutItsContent()
    {
        var path = _folder.Write("calls.jsonl", $$"""{"words":[{"text":"{{Canary.Text}}"}]}""");

        var failure = Assert.Throws<RedactionException>(() => CallJsonLines.Read(path).Count());

        Assert.Contains("Line 1", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary.Text, failure.ToString(), StringComparison.Ordinal);
    }
}
