using Redaction.TestKit;
using Xunit;

namespace Redaction.Evaluation.Tests.Reports;

public sealed class ReportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("report.html")]
    [InlineData("report.md")]
    [InlineData("report.json")]
    public void Write_WithoutShownValues_HoldsNoText(string name)
    {
        var path = _folder.Write(name, "");

        EvaluationReport.Write(Result(showValues: false), path);

        var report = File.ReadAllText(path);
        Assert.Contains("email", report, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary.Text, report, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_ShownValues_AreEscaped()
    {
        var path = _folder.Write("report.html", "");

        EvaluationReport.Write(Result(showValues: true), path);

        var report = File.ReadAllText(path);
        Assert.Contains("&lt;script&gt;", report, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", report, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_UnknownExtension_NamesTheValidOnes() =>
        Assert.Contains(".html", Assert.Throws<ArgumentException>(() => EvaluationReport.Write(Result(false), "report.pdf")).Message,
            StringComparison.Ordinal);

    [Fact]
    public void History_IsOnlyAddedTo()
    {
        var path = Path.Combine(_folder.Root, "accuracy.md");
        AccuracyHistory.Append(path, Result(false), new(2025, 1, 2));
        var first = File.ReadAllText(path);

        AccuracyHistory.Append(path, Result(false), new(2025, 2, 3));

        var second = File.ReadAllText(path);
        Assert.StartsWith(first, second, StringComparison.Ordinal);
        Assert.Contains("| 2025-02-03 | data.jsonl |", second[first.Length..], StringComparison.Ordinal);
    }

    private EvaluationResult Result(bool showValues)
    {
        var path = _folder.Write("data.jsonl",
            $$"""{"text":"<script>{{Canary.Text}} jo@example.com 192.0.2.1","spans":[[8,12,"person"],[{{9 + Canary.Text.Length}},{{23 + Canary.Text.Length}},"email"]]}""");
        var redactor = new RedactionEngineBuilder().WithDetectors("patterns").ForScanning().Build();
        var runner = new EvaluationRunner(redactor) { ShowValues = showValues };
        return EvaluationSource.Open(path, null, new()).Run(runner, Provenance.Of(path, redactor, 1), "", 0.4, null);
    }
}
