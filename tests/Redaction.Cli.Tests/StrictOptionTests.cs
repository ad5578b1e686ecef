using Redaction.TestKit;
using Xunit;

namespace Redaction.Cli.Tests;

public sealed class StrictOptionTests : IDisposable
{
    private const string Policy = """
        id: p
        rules:
          - { entity: email, purpose: support-chat, operator: label }
          - { entity: email, dataType: chat*, role: annotator, operator: label }
          - { operator: keep }
        """;

    private readonly TemporaryFolder _folder = new();

    public StrictOptionTests()
    {
        _folder.Write("p.yaml", Policy);
        _folder.Write("in/a.jsonl", "{\"text\":\"write to tola@example.com\",\"note\":\"ok\"}\n");
        _folder.Write("in/b.csv", "id,email\n1,tola@example.com\n");
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("There is no option '--outt': did you mean '--out'?", "run", "in", "--outt", "x")]
    [InlineData("There is no option '--polcy': did you mean '--policy'?", "scan", "in", "--polcy", "gdpr")]
    [InlineData("There is no command 'rnu': did you mean 'run'?", "rnu", "in")]
    [InlineData("There is no command 'shwo': did you mean 'show'?", "policy", "shwo", "gdpr")]
    [InlineData("Option '--out' is required.", "run", "in")]
    public void Command_Mistyped_SaysWhatWasMeant(string told, params string[] args)
    {
        var run = CommandRun.Of(args);

        Assert.Equal(ExitCodes.Usage, run.Status);
        Assert.StartsWith($"redact: {told}\n'redact", run.Error.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Theory]
    // The option, what is given, and what the message offers.
    [InlineData("--purpose", "support_chat", "support-chat")]
    [InlineData("--role", "anotator", "annotator")]
    [InlineData("--data-type", "caht", "chat")]
    [InlineData("--locale", "xx-YY", "")]
    [InlineData("--locale", "en-US,sv", "se")]
    [InlineData("--entities", "emial", "email")]
    [InlineData("--detectors", "emial", "email")]
    [InlineData("--field", "$text", "$.text")]
    [InlineData("--field", "$.a[0].text", "$.a[*].text")]
    public void EveryVerb_NameOfNothing_IsAUsageErrorBeforeAnythingIsRead(string option, string given, string offered)
    {
        string[] tail = ["--policy", _folder.PathOf("p.yaml"), option, given];
        CommandRun[] runs =
        [
            CommandRun.Of(["run", _folder.PathOf("in"), "--out", _folder.PathOf("out"), .. tail]),
            CommandRun.Of(["scan", _folder.PathOf("in"), .. tail]),
            CommandRun.Of(["worker", .. tail]),
        ];

        Assert.All(runs, run =>
        {
            Assert.Equal(ExitCodes.Usage, run.Status);
            Assert.Contains(offered, run.Error, StringComparison.Ordinal);
            Assert.Empty(run.Output);
        });
        Assert.False(Directory.Exists(_folder.PathOf("out")));
    }

    [Theory]
    [InlineData("a.jsonl", "--purpose", "support_chat", "support-chat")]
    [InlineData("a.jsonl", "--role", "anotator", "annotator")]
    [InlineData("a.jsonl", "--data-type", "caht", "chat")]
    [InlineData("a.jsonl", "--entities", "emial", "email")]
    [InlineData("a.jsonl", "--detectors", "emial", "email")]
    [InlineData("a.jsonl", "--locale", "xx-YY", "")]
    [InlineData("a.jsonl", "--field", "text", "labelled")]
    [InlineData("a.jsonl", "--entity", "face", "images")] // the data set is one of texts
    [InlineData("a.jsonl", "--split", "valid", "images")]
    [InlineData("faces.json", "--entity", "faec", "face")]
    [InlineData("faces.json", "--offsets", "utf8", "texts")]
    [InlineData("faces.json", "--iou", "7", "--iou")]
    [InlineData("faces.json", "--split", "vaild", "part")]
    public void Eval_NameOfNothing_IsAUsageError(string set, string option, string given, string offered)
    {
        _folder.Write("set/a.jsonl", "{\"text\":\"hi\",\"spans\":[]}\n");
        _folder.Write("set/faces.json", "{\"images\":[{\"image\":\"a.png\",\"width\":9,\"height\":9,\"boxes\":[]}]}");

        var run = CommandRun.Of("eval", _folder.PathOf("set/" + set), "--policy", _folder.PathOf("p.yaml"), option, given);

        Assert.Equal(ExitCodes.Usage, run.Status);
        Assert.Contains(offered, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    // What a rule asks for, how the run is started, its status, and words of what is told.
    [InlineData("purpose: billing", "", ExitCodes.Quarantined, "'billing', and none is given (--purpose)")]
    [InlineData("purpose: billing", "--allow-unmatched", ExitCodes.Done, "'billing', and none is given (--purpose)")]
    [InlineData("purpose: billing", "--purpose billing", ExitCodes.Done, "")]
    [InlineData("purpose: billing", "--purpose audit --declare audit", ExitCodes.Done, "that of the run is 'audit'")]
    [InlineData("role: reader", "", ExitCodes.Quarantined, "'reader', and none is given (--role)")]
    [InlineData("locale: en-GB", "", ExitCodes.Quarantined, "'en-GB', and none is given (--locale)")]
    [InlineData("locale: en-GB", "--locale de-DE", ExitCodes.Done, "that of the run is 'de-DE'")]
    [InlineData("locale: de-*", "--locale de-DE", ExitCodes.Done, "")]
    public void EveryVerb_RuleForAnotherRun_IsTold(string asked, string options, int status, string told)
    {
        var policy = _folder.Write("q.yaml",
            $"id: q\nrules:\n  - {{ entity: email, {asked}, operator: keep }}\n  - {{ operator: erase }}\n");
        string[] tail = ["--policy", policy, .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)];

        CommandRun[] runs =
        [
            CommandRun.Of(["run", _folder.PathOf("in"), "--out", _folder.PathOf("out"), .. tail]),
            CommandRun.Of(["scan", _folder.PathOf("in"), .. tail]),
        ];

        Assert.All(runs, run =>
        {
            Assert.Equal(status, run.Status);
            if (told.Length == 0) Assert.DoesNotContain("matches nothing", run.Error, StringComparison.Ordinal);
            else Assert.Contains(told, run.Error, StringComparison.Ordinal);
        });
        var report = File.ReadAllText(_folder.PathOf("out/report.html"));
        Assert.Equal(told.Length > 0, report.Contains("matches nothing in this run", StringComparison.Ordinal));
    }

    [Fact]
    public void Run_WithAKeyOfAProject_NamesTheProjectInTheManifest()
    {
        var key = _folder.PathOf("project.key");
        CommandRun.Of("keys", "create", key);

        CommandRun.Of("run", _folder.PathOf("in"), "--out", _folder.PathOf("out"), "--keys", key, "--project", "north");
        CommandRun.Of("run", _folder.PathOf("in"), "--out", _folder.PathOf("plain"), "--project", "north");

        Assert.Contains("\"project\":\"north\"", File.ReadAllText(_folder.PathOf("out/manifest.jsonl")), StringComparison.Ordinal);
        Assert.DoesNotContain("north", File.ReadAllText(_folder.PathOf("plain/manifest.jsonl")), StringComparison.Ordinal);
    }

    [Fact]
    public void Declare_NameThatNoRuleHas_IsTaken()
    {
        var run = CommandRun.Fed("{\"a\":1}\n", CancellationToken.None, "worker", "--data-type", "mail", "--declare", "mail");

        Assert.Equal(ExitCodes.Done, run.Status);
    }

    [Fact]
    public void Run_FieldInNoRecord_IsTold()
    {
        var run = CommandRun.Of("run", _folder.PathOf("in"), "--out", _folder.PathOf("out"), "--field", "$.txet");

        Assert.Equal(ExitCodes.Quarantined, run.Status);
        Assert.Contains("'$.txet' is in no record: did you mean '$.text'?", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.PathOf("out/a.jsonl")));
    }

    [Fact]
    public void Run_ItemWithoutTheField_IsNotReleasedUnsearched()
    {
        var run = CommandRun.Of("run", _folder.PathOf("in"), "--out", _folder.PathOf("out"), "--field", "text");

        Assert.Equal(ExitCodes.Quarantined, run.Status);
        Assert.Equal("{\"text\":\"write to [email]\",\"note\":\"ok\"}\n", File.ReadAllText(_folder.PathOf("out/a.jsonl")));
        Assert.False(File.Exists(_folder.PathOf("out/b.csv")));
        Assert.Contains(ErrorCodes.NoSuchField, File.ReadAllText(_folder.PathOf("out/manifest.jsonl")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("call/**", false)]
    [InlineData("*.jsonl", true)]
    public void Run_DataTypesOfPathsThatAreNone_AreTold(string path, bool isMet)
    {
        var policy = _folder.Write("types.yaml", $$"""
            id: p
            dataTypes: [{ path: "{{path}}", is: chat }]
            rules: [{ dataType: chat, operator: label }, { operator: keep }]
            """);

        var run = CommandRun.Of("run", _folder.PathOf("in"), "--out", _folder.PathOf("out"), "--policy", policy);

        Assert.Equal(isMet, run.Status == ExitCodes.Done);
        Assert.Equal(!isMet, run.Error.Contains("'dataTypes'", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("run", false, ExitCodes.Quarantined)]
    [InlineData("run", true, ExitCodes.Done)]
    [InlineData("scan", false, ExitCodes.Quarantined)]
    public void Verb_InputWithoutAFile_IsTold(string verb, bool isAllowed, int status)
    {
        Directory.CreateDirectory(_folder.PathOf("empty/below"));
        string[] arguments = [verb, _folder.PathOf("empty"), .. verb == "run" ? ["--out", _folder.PathOf("none")] : (string[])[]];

        var run = CommandRun.Of(isAllowed ? [.. arguments, "--allow-unmatched"] : arguments);

        Assert.Equal(status, run.Status);
        Assert.Contains("There is no file in the input.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_AllowUnmatched_CopiesWhatHasNoSuchField()
    {
        var run = CommandRun.Of("run", _folder.PathOf("in"), "--out", _folder.PathOf("out"), "--field", "text,txet", "--allow-unmatched");

        Assert.Equal(ExitCodes.Done, run.Status);
        Assert.Contains("'txet'", run.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(_folder.PathOf("out/b.csv")));
    }

    [Theory]
    [InlineData("text", ExitCodes.Done)]
    [InlineData("$.message.text", ExitCodes.Done)]
    [InlineData("message", ExitCodes.Done)] // with what lies below
    [InlineData("$.text", ExitCodes.Quarantined)]
    [InlineData("txt", ExitCodes.Quarantined)]
    public void Worker_Field_IsAsDocumented(string field, int status)
    {
        var run = CommandRun.Fed("{\"message\":{\"text\":\"tola@example.com\"}}\n", CancellationToken.None, "worker", "--field", field);

        Assert.Equal(status, run.Status);
        Assert.Equal(status == ExitCodes.Done, run.Output.Contains("[email]", StringComparison.Ordinal));
    }

    [Fact]
    public void Run_RuleForAFieldOfNoRecord_IsTold()
    {
        _folder.Write("f.yaml", "id: f\nrules:\n  - { field: $.txet, operator: label }\n  - { operator: keep }\n");

        var run = CommandRun.Of("run", _folder.PathOf("in"), "--out", _folder.PathOf("out"), "--policy", _folder.PathOf("f.yaml"));

        Assert.Equal(ExitCodes.Quarantined, run.Status);
        Assert.Contains("Rule 1 of the policy matches nothing: its field '$.txet'", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void PolicyCheck_RuleThatCannotMatch_IsToldWithItsLine()
    {
        var path = _folder.Write("c.yaml", "id: c\nrules:\n  - { operator: keep }\n  - { operator: erase }\n");

        var run = CommandRun.Of("policy", "check", path);

        Assert.Equal(ExitCodes.Quarantined, run.Status);
        Assert.Contains($"{path}(4): Rule 2 of the policy can never match", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void PolicySchema_IsPrinted() =>
        Assert.Contains("json-schema.org", CommandRun.Of("policy", "schema").Output, StringComparison.Ordinal);
}
