using System.Text;
using System.Text.RegularExpressions;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Cli.Tests;

/// <summary>The commands in the recipes for engines that are not there, run as the engine would run them.</summary>
public sealed class RecipeTests : IDisposable
{
    private readonly EngineBed _bed = new();

    public void Dispose() => _bed.Dispose();

    [Fact]
    public void SparkPipe_ItsCommand_RedactsEachLine()
    {
        if (OperatingSystem.IsWindows()) return;
        var command = Regex.Match(File.ReadAllText(EngineBed.Recipe("spark_pipe.py")), "COMMAND = \"(.*)\"").Groups[1].Value;
        var expected = _bed.WriteRecords("in.jsonl", 500);

        var (status, told) = _bed.Run("/bin/sh", ["-c", $"{command} < in.jsonl > out.jsonl"]);

        Assert.True(status == 0, told);
        Assert.Equal(expected, File.ReadAllBytes(_bed.PathOf("out.jsonl")));
    }

    [Fact]
    public void IndexedJob_ItsCommand_GivesTheBytesOfOneRun()
    {
        if (OperatingSystem.IsWindows()) return;
        var recipe = File.ReadAllText(EngineBed.Recipe("kubernetes.yaml"));
        var lines = Regex.Match(recipe, @"- >-\n((?: {14}.*\n)+)").Groups[1].Value.Split('\n');
        var command = string.Join(' ', lines.Select(static l => l.Trim()));
        var expected = _bed.WriteFiles("in", 9);

        for (var index = 0; index < 2; index++)
        {
            var (status, told) = _bed.Run("/bin/sh", ["-c", command], ("INPUT", _bed.PathOf("in")), ("PARTS", _bed.PathOf("parts")),
                ("SHARDS", "2"), ("JOB_COMPLETION_INDEX", $"{index}"));
            Assert.True(status == 0, told);
        }
        Assert.Equal(ExitCodes.Done,
            CommandRun.Of("merge", _bed.PathOf("parts/shard-0"), _bed.PathOf("parts/shard-1"), "--out", _bed.PathOf("out")).Status);

        var actual = _bed.Outputs("out");
        Assert.Equal(expected.Keys, actual.Keys);
        foreach (var (path, content) in expected) Assert.True(content.AsSpan().SequenceEqual(actual[path]), path);
    }

    [PythonFact]
    public void RayData_ItsActor_RedactsABatch()
    {
        const string Harness = """
            import sys, types
            sys.modules["ray"] = types.ModuleType("ray")
            import ray_data
            class Column(list):
                tolist = lambda self: list(self)
            batch = ray_data.RedactTexts()({"text": Column(["write to jane@example.com"]), "n": [1]})
            assert batch == {"text": ["write to [email]"], "n": [1]}, batch
            """;

        var (status, told) = _bed.Run(PythonFactAttribute.Program, ["-c", Harness]);

        Assert.True(status == 0, told);
    }

    [Fact]
    public void Recipes_AreAllInTheGuide()
    {
        var guide = File.ReadAllText(Repository.PathOf("docs", "scale.md"), Encoding.UTF8);

        Assert.All(Directory.GetFiles(Repository.PathOf("docs", "recipes")),
            path => Assert.Contains($"(recipes/{Path.GetFileName(path)})", guide, StringComparison.Ordinal));
    }
}
