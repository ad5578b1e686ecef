using Redaction.TestKit;
using Xunit;

namespace Redaction.Cli.Tests;

/// <summary>After a person was forgotten, no route leads back to what was sealed.</summary>
public sealed class ForgottenTests : IDisposable
{
    private static readonly string[] s_person =
        ["Kirsten Aldum", "kirsten.aldum@northpeak.example", "412 88 553", "41288553", "536-41-7723"];

    private readonly TemporaryFolder _folder = new();

    private string Keys => _folder.PathOf("project.key");

    private string[] Project => ["--keys", Keys, "--store", _folder.PathOf("store")];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Forget_ThenEveryRoute_ShowsNothingOfThePerson()
    {
        _folder.Write("in/a.txt", "From: Kirsten Aldum <kirsten.aldum@northpeak.example>\nMs Aldum, SSN 536-41-7723, phone +47 412 88 553.\n");
        _folder.Write("in/b.jsonl", "{\"phone\":\"41288553\",\"mail\":\"someone.else@northpeak.example\"}\n");
        Run(0, "keys", "create", Keys);
        Seal("out");
        Run(0, ["reveal", "keys", "--entities", "*", "--who", "owner", .. Project, "--out", _folder.PathOf("all.keys")]);
        var grant = _folder.Write("grant.json", Run(0, ["reveal", "grant", .. Project, "--id", "g", "--who", "ana", "--why", "appeal",
            "--entities", "*", "--uses", "99"]).Output);
        var before = string.Concat(Routes("before", grant));
        Assert.All(s_person, p => Assert.Contains(p, before, StringComparison.Ordinal));
        var identifiers = _folder.Write("id.txt", "email=Kirsten.Aldum@northpeak.example\nphone=0047 41 28 85 53\nus.ssn=536 41 7723\n"
            + "person=ALDUM, Kirsten\nperson=Aldum\n");

        Run(0, ["subjects", "forget", .. Project, "--identifiers", identifiers, "--who", "dpo", "--request", "r", "--out",
            _folder.PathOf("c.json")]);

        var after = Routes("after", grant);
        Assert.All(s_person, p => Assert.All(after, text => Assert.DoesNotContain(p, text, StringComparison.Ordinal)));
        Assert.Contains("someone.else@northpeak.example", string.Concat(after), StringComparison.Ordinal);
        Seal("again"); // the same input once more gives no new originals
        Assert.All(s_person, p => Assert.All(Routes("later", grant), text => Assert.DoesNotContain(p, text, StringComparison.Ordinal)));
        var certificate = File.ReadAllText(_folder.PathOf("c.json"));
        Assert.Contains("backups", certificate, StringComparison.Ordinal);
        Assert.All(s_person, p => Assert.DoesNotContain(p, certificate, StringComparison.Ordinal));
        Run(5, ["subjects", "forget", .. Project, "--identifier", "email=nobody@x.example", "--who", "dpo", "--request", "r2", "--out",
            _folder.PathOf("none.json")]);
        Assert.False(File.Exists(_folder.PathOf("none.json")));
        Run(2, ["subjects", "find", .. Project, "--identifier", "emial=nobody@x.example"]);
    }

    [Fact]
    public void IdentityKeysOfAnEarlierVersion_PutBack_AreRefused()
    {
        _folder.Write("in/a.txt", "kirsten.aldum@northpeak.example");
        Run(0, "keys", "create", Keys);
        Seal("out");
        _folder.Write("store/identity-keys.jsonl", "{}\n");

        Run(2, ["subjects", "find", .. Project, "--identifier", "email=kirsten.aldum@northpeak.example"]);
    }

    private void Seal(string output) => Run(0, ["run", _folder.PathOf("in"), "--out", _folder.PathOf(output), .. Project, "--seal"]);

    /// <summary>What everybody gets to see: views with the project's key and with class keys, grants, the answer to the person.</summary>
    private List<string> Routes(string name, string grant)
    {
        var views = _folder.Write("views.yaml", "id: v\nviews:\n  - view: raw\n");
        string[] view = ["reveal", "view", _folder.PathOf("out"), "--role", "r", "--views", views, "--who", "ana"];
        var (owner, classes) = (_folder.PathOf(name + "-owner"), _folder.PathOf(name + "-classes"));
        Run(0, [.. view, .. Project, "--out", owner]);
        Run(0, [.. view, "--store", _folder.PathOf("store"), "--class-keys", _folder.PathOf("all.keys"), "--log",
            _folder.PathOf("classes.jsonl"), "--out", classes]);
        var seen = new List<string>();
        foreach (var folder in (string[])[owner, classes])
            seen.AddRange(Directory.EnumerateFiles(folder, "*.*", SearchOption.AllDirectories).Select(File.ReadAllText));
        foreach (var file in (string[])["out/a.txt", "out/b.jsonl"])
            seen.Add(Run(0, ["reveal", "show", _folder.PathOf(file), .. Project, "--grant", grant, "--who", "ana"]).Output);
        seen.Add(Run(0, ["subjects", "export", .. Project, "--identifier", "phone=41288553", "--linked", "--who", "dpo", "--request", "x"])
            .Output);
        return seen;
    }

    private static CommandRun Run(int status, params string[] args)
    {
        var run = CommandRun.Of(args);
        Assert.True(run.Status == status, $"{string.Join(' ', args)}: {run.Status} {run.Error}{run.Output}");
        return run;
    }
}
