using System.Text.Json;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Cli.Tests;

public sealed class EvalVerbTests : IDisposable
{
    private static readonly string s_texts = Repository.PathOf("benchmarks", "datasets", "texts.jsonl");
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Eval_Json_HoldsFiguresAndProvenance()
    {
        var run = CommandRun.Of("eval", s_texts, "--detectors", "patterns", "--format", "json");

        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal(ExitCodes.Done, run.Status);
        Assert.Equal("texts.jsonl", json.RootElement.GetProperty("provenance").GetProperty("dataset").GetString());
        Assert.Equal(1,
            json.RootElement.GetProperty("entities").GetProperty("iban").GetProperty("strict").GetProperty("recall").GetDouble());
        Assert.False(json.RootElement.TryGetProperty("timings", out _)); // they differ from run to run
    }

    [Fact]
    public void Eval_Table_ShowsNoValue()
    {
        var run = CommandRun.Of("eval", s_texts, "--detectors", "patterns");

        Assert.Contains("strict F1", run.Error + run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("example.com", run.Error + run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Eval_FolderOfTexts_AsksForTheFormat()
    {
        _folder.Write("texts/a.txt", "Please answer by Friday.");

        var run = CommandRun.Of("eval", _folder.PathOf("texts"));

        Assert.Equal(ExitCodes.Usage, run.Status);
        Assert.Contains("name its format", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"overall":{"covered":{"recall":0.1}}}""", ExitCodes.Done)]
    [InlineData("""{"overall":{"covered":{"recall":0.999}}}""", ExitCodes.NotIntact)]
    [InlineData("""{"overall":{"leakedCharactersMax":0}}""", ExitCodes.NotIntact)]
    public void Eval_Gate_DecidesTheExitStatus(string gate, int expected)
    {
        var path = _folder.Write("gate.json", gate);

        Assert.Equal(expected, CommandRun.Of("eval", s_texts, "--detectors", "patterns", "--gate", path).Status);
    }

    [Fact]
    public void Eval_Reports_AreWritten()
    {
        foreach (var name in (string[])["report.html", "report.md", "report.json"])
        {
            var path = _folder.PathOf(name);

            Assert.Equal(ExitCodes.Done, CommandRun.Of("eval", s_texts, "--detectors", "patterns", "--report", path).Status);

            Assert.Contains("texts.jsonl", File.ReadAllText(path), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Eval_Peer_StandsBesideOurs()
    {
        var peer = _folder.Write("peer.jsonl", File.ReadAllText(s_texts)); // a peer that finds everything

        using var json = JsonDocument.Parse(
            CommandRun.Of("eval", s_texts, "--detectors", "patterns", "--format", "json", "--peer", $"oracle={peer}").Output);

        Assert.Equal(1,
            json.RootElement.GetProperty("peers").GetProperty("oracle").GetProperty("overall").GetProperty("strict").GetProperty("f1")
                .GetDouble());
    }

    [Fact]
    public void Eval_OneImagePerBox_ReadsTheBoxesOfPhotographs()
    {
        var run = CommandRun.Of("eval", Repository.PathOf("benchmarks", "datasets", "photos.json"), "--detectors", "face", "--format",
            "json");

        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal(5, json.RootElement.GetProperty("overall").GetProperty("support").GetInt32());
    }

    [Theory]
    [InlineData("no-such-file.jsonl")]
    [InlineData("README.md")]
    public void Eval_UnknownDataset_IsUsage(string name) =>
        Assert.Equal(ExitCodes.Usage, CommandRun.Of("eval", Repository.PathOf(name)).Status);

    [Fact]
    public void Eval_BrokenLine_IsNamed()
    {
        var run = CommandRun.Of("eval", _folder.Write("texts.jsonl", """{"text":"a","spans":[[0,9,"person"]]}"""));

        Assert.NotEqual(ExitCodes.Done, run.Status);
        Assert.Contains("Line 1", run.Error, StringComparison.Ordinal);
    }
}
