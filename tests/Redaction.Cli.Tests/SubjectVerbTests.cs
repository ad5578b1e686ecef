using System.Text.Json;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Cli.Tests;

public sealed class SubjectVerbTests : IDisposable
{
    private const string Address = "canary.person@example.com";
    private readonly TemporaryFolder _folder = new();

    private string Keys => _folder.PathOf("project.key");

    private string Store => _folder.PathOf("store");

    private string[] Project => ["--keys", Keys, "--store", Store];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Find_AcrossDataSets_GivesPlacesAndFilesButNoValue()
    {
        Seal();

        var found = Run(0, ["subjects", "find", .. Project, "--identifier", $"email={Address.ToUpperInvariant()}"]).Output;

        var lines = found.TrimEnd('\n').Split('\n').Select(static l => JsonDocument.Parse(l).RootElement).ToArray();
        Assert.Equal(["one a.jsonl 2", "two b.txt "], lines.Where(static l => l.TryGetProperty("entity", out _)).Select(Place));
        Assert.Equal(2, lines.Count(static l => l.TryGetProperty("file", out _)));
        Assert.DoesNotContain(Address, found, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Export_Linked_GivesTheRecordsOriginals()
    {
        Seal();

        var exported = JsonDocument.Parse(
            Run(0, ["subjects", "export", .. Project, "--identifier", $"email={Address}", "--linked", "--who", "dpo", "--request",
                "r1"]).Output).RootElement;

        Assert.Equal(["10.1.2.3", Address],
            exported.GetProperty("values").EnumerateArray().Select(static v => v.GetProperty("value").GetString()!)
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Forget_MakesAllCopiesUnreadableAndCertifiesIt()
    {
        Seal();
        var certificate = _folder.PathOf("r1.json");
        string[] forget =
            ["subjects", "forget", .. Project, "--identifier", $"email={Address}", "--who", "dpo", "--request", "r1", "--out", certificate];
        Run(0, ["retention", "hold", "two", "--reason", "case", "--who", "legal", .. Project]);
        Run(1, forget);
        Run(0, ["retention", "hold", "two", "--lift", "--who", "legal", .. Project]);

        Run(0, forget);

        var statement = JsonDocument.Parse(File.ReadAllText(certificate)).RootElement.GetProperty("statement");
        Assert.Single(statement.GetProperty("keysDestroyed").EnumerateArray());
        Assert.Equal(0, statement.GetProperty("verification")[0].GetProperty("failed").GetInt32());
        Assert.Equal(2,
            statement.GetProperty("notCovered").EnumerateArray()
                .Count(static n => n.GetString()!.StartsWith("output in data set", StringComparison.Ordinal)));
        var views = _folder.Write("views.yaml", "id: v\nviews:\n  - view: raw\n");
        Run(0, ["reveal", "view", _folder.PathOf("one"), "--role", "r", "--views", views, "--who", "ana", .. Project, "--out",
            _folder.PathOf("view")]);
        Assert.Equal("{\"m\":\"other@example.com\"}\n{\"m\":\"[email]\"}\n", File.ReadAllText(_folder.PathOf("view/a.jsonl")));
        Assert.Equal("", Run(0, ["subjects", "find", .. Project, "--identifier", $"email={Address}"]).Output);

        var pem = _folder.Write("p.pem", Run(0, "keys", "public", Keys).Output);
        Run(0, "retention", "verify", certificate, "--public-key", pem);
        var changed = _folder.Write("changed.json", File.ReadAllText(certificate).Replace("\"r1\"", "\"r2\"", StringComparison.Ordinal));
        Run(5, "retention", "verify", changed, "--public-key", pem);
        Run(0, "audit", "verify", Path.Combine(Store, "audit.jsonl"), "--keys", Keys);
        foreach (var file in Directory.EnumerateFiles(Store))
            Assert.DoesNotContain("canary", File.ReadAllText(file), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Sweep_DeletesWhatIsDueButNotWhatIsHeld()
    {
        Run(0, "keys", "create", Keys);
        foreach (var name in new[] { "kept", "held", "due" })
        {
            _folder.Write($"in-{name}/a.txt", Address);
            Run(0, ["run", _folder.PathOf($"in-{name}"), "--out", _folder.PathOf(name), .. Project, "--detectors", "patterns",
                "--retain-until", name == "kept" ? "30d" : "0d"]);
        }
        Assert.Contains("\"retainUntil\":", File.ReadAllText(_folder.PathOf("due/manifest.jsonl")), StringComparison.Ordinal);
        Run(0, ["retention", "hold", "held", "--reason", "case", "--who", "legal", .. Project]);

        Run(0, ["retention", "sweep", "--who", "cron", .. Project, "--out", _folder.PathOf("c.json")]);

        Assert.Equal([true, true, false], new[] { "kept", "held", "due" }.Select(n => File.Exists(_folder.PathOf($"{n}/a.txt"))));
        Run(0, "retention", "verify", _folder.PathOf("c.json"), "--keys", Keys);
        Assert.Contains("overwriting proves nothing", File.ReadAllText(_folder.PathOf("c.json")), StringComparison.Ordinal);
        Run(0, ["retention", "sweep", "--who", "cron", .. Project, "--out", _folder.PathOf("none.json")]);
        Assert.False(File.Exists(_folder.PathOf("none.json")));
        Assert.Contains("on hold", Run(0, ["retention", "list", .. Project]).Output, StringComparison.Ordinal);
    }

    private static string Place(JsonElement line) =>
        $"{line.GetProperty("dataset").GetString()} {line.GetProperty("source").GetString()} "
        + $"{(line.TryGetProperty("line", out var number) ? number.GetInt64().ToString(System.Globalization.CultureInfo.InvariantCulture) : "")}";

    private void Seal()
    {
        Run(0, "keys", "create", Keys);
        _folder.Write("in1/a.jsonl", $"{{\"m\":\"other@example.com\"}}\n{{\"m\":\"{Address}\"}}\n");
        _folder.Write("in2/b.txt", $"{Address} from 10.1.2.3");
        Run(0, ["run", _folder.PathOf("in1"), "--out", _folder.PathOf("one"), .. Project, "--seal", "--detectors", "patterns"]);
        Run(0, ["run", _folder.PathOf("in2"), "--out", _folder.PathOf("two"), .. Project, "--seal", "--detectors", "patterns"]);
    }

    private static CommandRun Run(int status, params string[] args)
    {
        var run = CommandRun.Of(args);
        Assert.True(run.Status == status, $"{string.Join(' ', args)}: {run.Status} {run.Error}{run.Output}");
        return run;
    }
}
