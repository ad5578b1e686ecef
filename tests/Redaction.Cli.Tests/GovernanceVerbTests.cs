using System.Diagnostics;
using System.Text.Json;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Cli.Tests;

public sealed class GovernanceVerbTests : IDisposable
{
    private const string Address = "canary.person@example.com";
    private readonly TemporaryFolder _folder = new();

    private string In => _folder.PathOf("in");

    private string Out => _folder.PathOf("out");

    private string Keys => _folder.PathOf("project.key");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Verify_Output_IsIntactUntilItIsChanged()
    {
        _folder.Write("in/a.txt", $"to {Address}");
        _folder.Write("in/deep/b.jsonl", $"{{\"x\":\"{Address}\"}}\n");
        Run(0, "run", In, "--out", Out);
        Run(0, "verify", Out);
        Run(0, "audit", "verify", Out);

        File.AppendAllText(_folder.PathOf("out/a.txt"), $" and {Address}");
        var changed = Run(5, "verify", Out);
        var problems = changed.Output.TrimEnd('\n').Split('\n')
            .Select(static l => JsonDocument.Parse(l).RootElement.GetProperty("problem").GetString());

        Assert.Equal(["changed", "residue"], problems);
        Assert.DoesNotContain(Address, changed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_ChangedManifestOrLog_Gives5()
    {
        _folder.Write("in/a.txt", Address);
        Run(0, "run", In, "--out", Out);
        var (manifest, log) = (_folder.PathOf("out/manifest.jsonl"), _folder.PathOf("out/audit.jsonl"));
        var original = File.ReadAllText(manifest);

        File.WriteAllText(manifest, original.Replace("\"kept\":0", "\"kept\":1", StringComparison.Ordinal));
        Assert.Contains("\"manifest\"", Run(5, "verify", Out).Output, StringComparison.Ordinal);
        File.WriteAllText(manifest, original);
        File.WriteAllLines(log, File.ReadAllLines(log)[..^2]);
        Assert.Contains("\"audit\"", Run(5, "verify", Out).Output, StringComparison.Ordinal);
        var verify = Run(5, "audit", "verify", Out, "--format", "json");
        Assert.Contains("truncated", verify.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_SurrogatesOfTheRun_AreNoResidue()
    {
        _folder.Write("in/a.txt", $"to {Address}, card 4556 7375 8689 9855");
        var policy = _folder.Write("p.yaml", "id: p\nrules:\n  - operator: pseudonym\n");
        Run(0, "keys", "create", Keys);
        Run(0, "run", In, "--out", Out, "--policy", policy, "--keys", Keys);

        Run(0, "verify", Out, "--keys", Keys);

        var other = _folder.PathOf("other.key");
        Run(0, "keys", "create", other);
        Run(5, "audit", "verify", Out, "--keys", other);
    }

    [Fact]
    public void Run_Twice_ContinuesTheLog()
    {
        _folder.Write("in/a.txt", Address);
        Run(0, "run", In, "--out", Out);
        var head = Run(0, "audit", "head", Out).Output.Trim();
        Run(0, "run", In, "--out", Out);

        Run(0, "audit", "verify", Out, "--head", head);
        Run(0, "verify", Out);
        Assert.DoesNotContain("canary", File.ReadAllText(_folder.PathOf("out/audit.jsonl")), StringComparison.Ordinal);
    }

    [Fact]
    public void Reveal_UnderAGrant_GivesBackWhatWasSealed()
    {
        _folder.Write("in/a.txt", $"to {Address} from 10.1.2.3");
        var policy = _folder.Write("p.yaml", "id: p\nrules:\n  - entity: email\n    operator: token\n  - operator: encrypt\n");
        var (store, log) = (_folder.PathOf("store"), _folder.PathOf("reveals.jsonl"));
        Run(0, "keys", "create", Keys);
        Run(4, "run", In, "--out", Out, "--policy", policy, "--keys", Keys);
        Run(0, "run", In, "--out", Out, "--policy", policy, "--keys", Keys, "--store", store);
        Assert.Contains("--store DIR", Run(2, "run", In, "--out", Out, "--keys", Keys, "--vault", "v").Error, StringComparison.Ordinal);
        var grant = _folder.Write("grant.json",
            Run(0, "reveal", "grant", "--keys", Keys, "--id", "7", "--who", "ana", "--why", "appeal", "--entities", "email").Output);
        string[] show = ["reveal", "show", _folder.PathOf("out/a.txt"), "--keys", Keys, "--grant", grant, "--who", "ana"];
        Run(2, [.. show, "--log", log]); // uses are counted in the store

        Assert.Equal($"to {Address} from [ip]", Run(0, [.. show, "--log", log, "--store", store]).Output);
        Run(1, [.. show, "--store", store]); // used up, in whatever log it is told
        Run(0, "audit", "verify", log, "--keys", Keys);
        Run(0, "audit", "verify", store, "--keys", Keys);
        Assert.Contains("\"event\":\"reveal\"", File.ReadAllText(Path.Combine(store, "audit.jsonl")), StringComparison.Ordinal);
    }

    [Fact]
    public void Reveal_RevokedGrant_IsRefused()
    {
        _folder.Write("in/a.txt", $"to {Address}");
        var store = _folder.PathOf("store");
        Run(0, "keys", "create", Keys);
        Run(0, "run", In, "--out", Out, "--keys", Keys, "--store", store, "--seal", "--detectors", "patterns");
        string[] project = ["--keys", Keys, "--store", store];
        var grant = _folder.Write("grant.json",
            Run(0, ["reveal", "grant", .. project, "--id", "7", "--who", "ana", "--why", "appeal", "--entities", "email", "--uses", "9"])
                .Output);
        string[] show = ["reveal", "show", _folder.PathOf("out/a.txt"), .. project, "--grant", grant, "--who", "ana"];
        Run(0, show);
        Run(2, ["reveal", "grant", .. project, "--id", "7", "--who", "bo", "--why", "appeal", "--entities", "email"]);

        Run(0, ["reveal", "revoke", .. project, "--id", "7", "--who", "lead"]);

        Assert.Contains("revoked", Run(1, show).Error, StringComparison.Ordinal);
        Assert.Contains("7", Run(0, ["reveal", "grants", .. project]).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Audit_StoreWithAnEmptiedFile_IsNotIntact()
    {
        _folder.Write("in/a.txt", Address);
        var store = _folder.PathOf("store");
        Run(0, "keys", "create", Keys);
        Run(0, "run", In, "--out", Out, "--keys", Keys, "--store", store, "--seal", "--detectors", "patterns");
        Run(0, "audit", "verify", store);
        Run(0, "audit", "verify", store, "--keys", Keys);
        var witness = _folder.Write("witness.json", Run(0, "audit", "witness", store, "--keys", Keys).Output);
        Run(0, "audit", "witness", store, "--keys", Keys, "--check", witness);

        foreach (var name in new[] { "safe.db", "audit.jsonl" })
        {
            var path = Path.Combine(store, name);
            var content = File.ReadAllBytes(path);
            File.WriteAllBytes(path, []);
            Run(5, "audit", "verify", store);
            File.WriteAllBytes(path, content[..(content.Length / 2)]);
            Run(5, "audit", "verify", store);
            File.Delete(path);
            Run(5, "audit", "verify", store);
            File.WriteAllBytes(path, content);
        }
        Run(0, "audit", "verify", store, "--keys", Keys);
    }

    [Fact]
    public void Witness_AllFilesSetBack_Gives5()
    {
        _folder.Write("in/a.txt", Address);
        var store = _folder.PathOf("store");
        Run(0, "keys", "create", Keys);
        string[] project = ["--keys", Keys, "--store", store];
        Run(0, ["run", In, "--out", Out, .. project, "--seal", "--detectors", "patterns"]);
        var old = Directory.EnumerateFiles(store).ToDictionary(static f => f, File.ReadAllBytes);
        var certificate = _folder.PathOf("c.json");
        string[] request = ["--identifier", $"email={Address}", "--who", "dpo", "--request", "r"];
        Run(0, ["subjects", "forget", .. project, .. request, "--out", certificate]);
        var witness = _folder.Write("witness.json", Run(0, "audit", "witness", store, "--keys", Keys).Output);

        foreach (var (path, content) in old) File.WriteAllBytes(path, content);

        Run(0, "audit", "verify", store, "--keys", Keys); // nothing in the store itself can tell
        Run(5, "audit", "witness", store, "--keys", Keys, "--check", witness);
        Run(5, "audit", "witness", store, "--keys", Keys, "--check", certificate);
        Run(2, "audit", "witness", store, "--keys", Keys, "--check", _folder.PathOf("in/a.txt"));
    }

    [Fact]
    public void Keys_Rotated_SignAnew()
    {
        Run(0, "keys", "create", Keys);
        var first = Run(0, "keys", "public", Keys).Output;
        Run(0, "keys", "rotate", Keys);

        Assert.NotEqual(first, Run(0, "keys", "public", Keys).Output);
        Assert.Contains("retired", Run(0, "keys", "list", Keys).Output, StringComparison.Ordinal);
        Run(2, "keys", "destroy", Keys, "2");
        Run(0, "keys", "destroy", Keys, "1");
        Run(2, "keys", "create", Keys);
    }

    [Fact]
    public void Process_Killed_LeavesALogThatGoesOn()
    {
        for (var i = 0; i < 150; i++) _folder.Write($"in/{i}.txt", $"{i} {Address}");
        var log = _folder.PathOf("out/audit.jsonl");
        foreach (var records in new[] { 5, 60 })
        {
            using var process = Process.Start(
                new ProcessStartInfo("dotnet",
                    [Path.Combine(AppContext.BaseDirectory, "redact.dll"), "run", In, "--out", Out, "--threads", "1"])
                {
                    RedirectStandardError = true
                })!;
            var before = Lines(log);
            while (!process.HasExited && Lines(log) < before + records) Thread.Sleep(1);
            process.Kill();
            process.WaitForExit();

            var report = Governance.AuditVerifier.VerifyFile(log);
            Assert.All(report.Problems, static p => Assert.Equal(Governance.AuditProblemKind.Truncated, p.Kind));
        }

        Run(0, "run", In, "--out", Out);
        Run(0, "verify", Out);
    }

    private static int Lines(string path) => File.Exists(path) ? Count(path) : 0;

    private static int Count(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        return reader.ReadToEnd().Count(static c => c == '\n');
    }

    private static CommandRun Run(int status, params string[] args)
    {
        var run = CommandRun.Of(args);
        Assert.True(run.Status == status, $"{string.Join(' ', args)}: {run.Status} {run.Error}{run.Output}");
        return run;
    }
}
