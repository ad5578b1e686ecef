using System.Text;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Cli.Tests;

/// <summary>Every verb that reads a manifest says the same of one that is damaged: the line, and never that the program is wrong.</summary>
public sealed class DamagedManifestTests : IDisposable
{
    private const string Address = "canary.person@example.com";
    private readonly TemporaryFolder _folder = new();

    private string Keys => _folder.PathOf("project.key");

    private string Store => _folder.PathOf("store");

    private string Out => _folder.PathOf("out");

    private string Manifest => _folder.PathOf("out/manifest.jsonl");

    private static readonly string[] s_verbs = ["verify", "recheck", "drift", "evidence", "view"];

    private static readonly string[] s_damages =
        ["text", "empty-line", "truncated", "type", "number", "encoding", "newer-key", "newer-kind", "outside", "twice"];

    public static TheoryData<string> Verbs => [.. s_verbs];

    public static TheoryData<string, string> Damages
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var verb in s_verbs)
                foreach (var damage in s_damages) data.Add(verb, damage);
            return data;
        }
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Damages))]
    public void Verb_OnADamagedLine_NamesTheLine(string verb, string damage)
    {
        Redact();
        Damage(damage);

        var run = Call(verb);

        Assert.True(run.Status == 1, $"{run.Status} {run.Error}");
        Assert.Contains("manifest: malformed", run.Error, StringComparison.Ordinal);
        Assert.Contains("A line is not as the run wrote it: line 2.", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Verb_WithoutAManifest_SaysWhatToGive(string verb)
    {
        Redact();
        File.Delete(Manifest);
        Directory.CreateDirectory(Manifest);

        var run = Call(verb);

        Assert.True(run.Status == 2, $"{run.Status} {run.Error}");
        Assert.Contains("There is no manifest.jsonl in", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Evidence_OfAManifestThatTheLogDoesNotKnow_IsRefused()
    {
        Redact();
        File.WriteAllText(Manifest, "");

        var run = Call("evidence");

        Assert.True(run.Status == 5, $"{run.Status} {run.Error}");
        Assert.Contains("not the one that the audit log tells of", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Recheck_OfACallWithAnotherTranscript_SeesIt()
    {
        var samples = Repository.PathOf("samples", "calls");
        _folder.Write("in/call.wav", File.ReadAllBytes(Path.Combine(samples, "support-call.wav")));
        _folder.Write("in/call.json", File.ReadAllBytes(Path.Combine(samples, "support-call.json")));
        Redact();
        File.AppendAllText(_folder.PathOf("in/call.json"), "\n");

        Assert.Contains("\"input-changed\",\"source\":\"call.wav\"", Call("recheck").Output, StringComparison.Ordinal);
    }

    private void Damage(string damage)
    {
        var line = File.ReadAllText(Manifest);
        File.AppendAllBytes(Manifest, damage switch
        {
            "text" => "not json\n"u8.ToArray(),
            "empty-line" => "\n"u8.ToArray(),
            "truncated" => Encoding.UTF8.GetBytes(Other(line)[..(line.Length / 2)]),
            "type" => Encoding.UTF8.GetBytes(Other(line).Replace("\"rule\":0", "\"rule\":\"0\"", StringComparison.Ordinal)),
            "number" => Encoding.UTF8.GetBytes(Other(line).Replace("\"start\":3", "\"start\":1e999", StringComparison.Ordinal)),
            "encoding" => [.. "{\"source\":\""u8, 0xFF, .. Encoding.UTF8.GetBytes(Other(line)[11..])],
            "newer-key" => Encoding.UTF8.GetBytes(Other(line).Replace("\"kind\":", "\"layers\":[],\"kind\":", StringComparison.Ordinal)),
            "newer-kind" => Encoding.UTF8.GetBytes(Other(line).Replace("\"kind\":\"text\"", "\"kind\":\"box\"", StringComparison.Ordinal)),
            "outside" => Encoding.UTF8.GetBytes(line.Replace("\"a.txt\"", "\"../in/a.txt\"", StringComparison.Ordinal)),
            _ => Encoding.UTF8.GetBytes(line),
        });
    }

    private static string Other(string line) => line.Replace("\"a.txt\"", "\"b.txt\"", StringComparison.Ordinal);

    private void Redact()
    {
        _folder.Write("in/a.txt", $"to {Address}");
        Run(0, "keys", "create", Keys);
        Run(0, "run", _folder.PathOf("in"), "--out", Out, "--detectors", "patterns", "--keys", Keys, "--store", Store, "--seal");
    }

    private CommandRun Call(string verb) => verb switch
    {
        "recheck" => CommandRun.Of("recheck", _folder.PathOf("in"), "--against", Out, "--detectors", "patterns"),
        "drift" => CommandRun.Of("drift", Out, Out),
        "evidence" => CommandRun.Of("evidence", "create", Out, "--keys", Keys, "--out", _folder.PathOf("evidence.json")),
        "view" => CommandRun.Of("reveal", "view", Out, "--role", "r", "--who", "ana", "--keys", Keys,
            "--store", Store, "--views", _folder.Write("views.yaml", "id: v\nviews:\n  - view: raw\n"), "--out", _folder.PathOf("view")),
        _ => CommandRun.Of("verify", Out),
    };

    private static void Run(int status, params string[] args)
    {
        var run = CommandRun.Of(args);
        Assert.True(run.Status == status, $"{string.Join(' ', args)}: {run.Status} {run.Error}{run.Output}");
    }
}
