using System.Text.Json;
using Redaction.Batch;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Cli.Tests;

public sealed class OversightVerbTests : IDisposable
{
    private const string Address = "canary.person@example.com";
    private readonly TemporaryFolder _folder = new();

    private string In => _folder.PathOf("in");

    private string Out => _folder.PathOf("out");

    private string Keys => _folder.PathOf("project.key");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Recheck_OtherRules_TellsWhatTheyChangeWithoutValues()
    {
        _folder.Write("in/a.txt", $"to {Address} from 10.1.2.3 at https://canary.example/x");
        var old = Policy("old", "  - { entity: [email, url], operator: label }\n  - operator: keep\n");
        var next = Policy("new", "  - { entity: email, operator: erase }\n  - { entity: ip, operator: label }\n  - operator: keep\n");
        Run(0, "run", In, "--out", Out, "--policy", old, "--detectors", "patterns");
        Run(0, "recheck", In, "--against", Out, "--policy", old, "--detectors", "patterns");

        var recheck = Run(5, "recheck", In, "--against", Out, "--policy", next, "--detectors", "patterns");

        var changes = recheck.Output.TrimEnd('\n').Split('\n').Select(static l => JsonDocument.Parse(l).RootElement)
            .Select(static c => $"{c.GetProperty("change")} {c.GetProperty("before")} {c.GetProperty("after")}")
            .Order(StringComparer.Ordinal);
        Assert.Equal(["changed email/label email/erase", "newly-found  ip/label", "no-longer-found url/label "], changes);
        Assert.DoesNotContain("canary", recheck.Output, StringComparison.Ordinal);
        File.AppendAllText(_folder.PathOf("in/a.txt"), ".");
        Assert.Contains("input-changed", Run(0, "recheck", In, "--against", Out, "--policy", next, "--detectors", "patterns").Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Drift_OtherRates_RaiseAnAlarm()
    {
        var line = $"some words that stand between the addresses and say nothing {Address}\n";
        _folder.Write("in/a.txt", string.Concat(Enumerable.Repeat(line, 100)));
        _folder.Write("in2/a.txt", string.Concat(Enumerable.Repeat(line, 90)));
        _folder.Write("in3/a.txt",
            string.Concat(Enumerable.Repeat(line, 30))
                + string.Concat(Enumerable.Repeat(line.Replace(Address, "nobody", StringComparison.Ordinal), 70)));
        foreach (var n in new[] { "", "2", "3" }) Run(0, "run", In + n, "--out", Out + n, "--detectors", "email");

        Run(0, "drift", Out, Out + "2");
        Assert.Contains("alarm", Run(5, "drift", Out, Out + "3").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Manifest_IsStampedWithAllVersions()
    {
        _folder.Write("in/a.txt", Address);
        Run(0, "run", In, "--out", Out, "--detectors", "patterns");
        Run(0, "run", In, "--out", Out + "2", "--detectors", "email");

        var (one, two) = (Manifest(Out), Manifest(Out + "2"));

        foreach (var name in new[] { "policy", "engine", "detectors", "lexicons", "models" })
            Assert.True(one.TryGetProperty(name, out _), name);
        Assert.NotEqual(one.GetProperty("detectors").GetString(), two.GetProperty("detectors").GetString());
        Assert.Equal(one.GetProperty("lexicons").GetString(), two.GetProperty("lexicons").GetString());
    }

    [Fact]
    public void Run_AccurateQuality_TakesTheLargerModelOfNames()
    {
        _folder.Write("in/a.txt", "Dear Ms Okonkwo, my name is Brendan Vance and I live in Leeds.");
        Run(0, "run", In, "--out", Out, "--quality", "accurate");

        Assert.True(Manifest(Out).GetProperty("models").TryGetProperty("names-accurate", out _));
        Assert.False(Manifest(Out).GetProperty("models").TryGetProperty("names-fast", out _));
        Assert.DoesNotContain("Vance", File.ReadAllText(_folder.PathOf("out/a.txt")), StringComparison.Ordinal);
    }

    [Fact]
    public void Risk_SmallTable_IsMeasuredGeneralisedAndAttacked()
    {
        var rows = Enumerable.Range(0, 40).Select(static i => $"{i},{10110 + i % 4},{30 + i},{(i % 2 == 0 ? "flu" : "gout")}");
        var table = _folder.Write("t.csv", "id,zip,age,illness\n" + string.Join('\n', rows) + "\n");
        var known = _folder.Write("k.csv", "id,zip,age\n3,10113,33\n5,10111,35\n99,99999,12\n");
        string[] risk =
            ["risk", table, "--quasi", "zip,age", "--sensitive", "illness", "--intruder", known, "--truth", "id", "--format", "json"];

        var report = JsonDocument.Parse(Run(5, risk).Output).RootElement;

        Assert.Equal((40, 1, 40),
            (report.GetProperty("rows").GetInt32(), report.GetProperty("k").GetInt32(), report.GetProperty("sampleUniques").GetInt32()));
        Assert.Equal((2, 2, 1),
            (report.GetProperty("intruder").GetProperty("fitOne").GetInt32(),
                report.GetProperty("intruder").GetProperty("confirmed").GetInt32(),
                report.GetProperty("intruder").GetProperty("notFound").GetInt32()));
        var steps = report.GetProperty("suggestions").EnumerateArray().ToArray();
        Assert.True(steps[^1].GetProperty("k").GetInt32() >= 5);
        Assert.Equal(0, steps[^1].GetProperty("atRisk").GetInt32());
        Run(0, [.. risk, "--k", "1"]);
        Run(2, "risk", table, "--quasi", "colour");
    }

    [Fact]
    public void Coverage_Hipaa_TellsTheEighteenClassesAndTheGaps()
    {
        var classes = JsonDocument.Parse(Run(0, "policy", "coverage", "hipaa-safe-harbor", "--format", "json").Output).RootElement
            .EnumerateArray().ToArray();

        Assert.Equal(18, classes.Length);
        Assert.Equal("covered", State("F e-mail addresses"));
        Assert.Equal("not", State("P biometric identifiers, voice prints"));
        foreach (var preset in CoverageReport.Standards) Run(0, "policy", "coverage", preset);
        var kept = Policy("kept", "  - { entity: email, operator: keep }\n  - operator: erase\n");
        Assert.Contains(
            JsonDocument.Parse(Run(0, "policy", "coverage", kept, "--of", "hipaa-safe-harbor", "--format", "json").Output).RootElement
                .EnumerateArray(),
            static c => c.GetProperty("class").GetString() == "F e-mail addresses" && c.GetProperty("state").GetString() == "not");

        string State(string name) => classes.Single(c => c.GetProperty("class").GetString() == name).GetProperty("state").GetString()!;
    }

    [Fact]
    public void Evidence_Changed_IsNotValid()
    {
        _folder.Write("in/a.txt", Address);
        Run(0, "keys", "create", Keys);
        Run(0, "run", In, "--out", Out, "--keys", Keys, "--detectors", "patterns");
        var pack = _folder.PathOf("e.json");

        Run(0, "evidence", "create", Out, "--keys", Keys, "--coverage", "gdpr", "--out", pack);
        Run(2, "evidence", "create", Out, "--keys", Keys, "--policy", "gdpr", "--out", _folder.PathOf("other.json"));

        Run(0, "evidence", "verify", pack, "--keys", Keys);
        Run(5, "evidence", "verify",
            _folder.Write("changed.json", File.ReadAllText(pack).Replace("\"partly\"", "\"covered\"", StringComparison.Ordinal)), "--keys",
            Keys);
    }

    [Fact]
    public void Run_IntoUnsafePlaceOrAnotherProjects_IsRefused()
    {
        if (OperatingSystem.IsWindows()) return;
        _folder.Write("in/a.txt", Address);
        Run(0, "keys", "create", Keys);
        Run(0, "run", In, "--out", Out, "--keys", Keys, "--detectors", "patterns");
        Run(2, "run", In, "--out", Out, "--keys", Keys, "--project", "other", "--detectors", "patterns");
        Run(0, "keys", "rotate", Keys);
        Run(0, "run", In, "--out", Out, "--keys", Keys, "--detectors", "patterns");
        var open = Directory.CreateDirectory(_folder.PathOf("open")).FullName;
        File.SetUnixFileMode(open, (UnixFileMode)0b111_111_111);

        Assert.Contains("Everyone may write", Run(2, "run", In, "--out", open, "--detectors", "patterns").Error, StringComparison.Ordinal);
        Run(2, "run", In, "--out", _folder.PathOf("Dropbox/out"), "--detectors", "patterns");
        Run(0, "run", In, "--out", open, "--detectors", "patterns", "--allow-unsafe-place");
        Run(0, "audit", "verify", Out, "--keys", Keys);
    }

    [Fact]
    public void CanarySet_OfTheRepository_ReachesItsFloorsUnlessADetectorIsMissing()
    {
        string[] eval = ["eval", Repository.PathOf("eng", "canary", "texts.jsonl"), "--gate",
            Repository.PathOf("eng", "canary", "floors.json"), "--format", "json", "--detectors"];

        Run(0, [.. eval, "patterns"]);
        Run(5, [.. eval, "email,phone"]);
    }

    private string Policy(string id, string rules) => _folder.Write($"{id}.yaml", $"id: {id}\nrules:\n{rules}");

    private static JsonElement Manifest(string folder) =>
        JsonDocument.Parse(File.ReadLines(Path.Combine(folder, "manifest.jsonl")).First()).RootElement;

    private static CommandRun Run(int status, params string[] args)
    {
        var run = CommandRun.Of(args);
        Assert.True(run.Status == status, $"{string.Join(' ', args)}: {run.Status} {run.Error}{run.Output}");
        return run;
    }
}
