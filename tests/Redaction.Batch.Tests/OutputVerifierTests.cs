using Redaction.TestKit;
using Xunit;

namespace Redaction.Batch.Tests;

/// <summary>What a run left passes; what was put there afterwards does not, and is told by entity and place only.</summary>
public sealed class OutputVerifierTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a.json", "{\"password\":\"hemmelig7\",\"pins\":[4711,{\"pwd\":\"lilletroll9\"}]}")] // a label under a name that types it
    [InlineData("a.csv", "username,team\nskogtroll77,red\nhlarsen_88,blue\n")]
    [InlineData("a.txt", "Ole Hansen | Senior Advisor | M: 412 88 553 | Direct +47 22 33 44 55\n")] // neighbours see another context
    [InlineData("a.xml", "<c><AccountNo>73920184</AccountNo><Surname>Okonjo</Surname><GivenName>Tola</GivenName></c>")]
    [InlineData("a.xml", "<r><a><password>my secret old horse</password></a><b>strong</b></r>")] // the label is shorter than the value
    [InlineData("a.html", "<form><input name=\"password\" value=\"hemmelig7 hest\"><input name=\"username\" value=\"skogtroll77\"></form>")]
    [InlineData("a.html", "<p>Write to <b>jane</b>@example.com or call Jane Doe, password: hemmelig7</p>")]
    public void Verify_FreshOutput_HasNoProblem(string name, string content)
    {
        _folder.Write("in/" + name, content);
        Run(new RedactionEngineBuilder().WithSecondLook());

        Assert.Empty(Verify());
    }

    [Theory]
    [InlineData("pseudonym")]
    [InlineData("fpe")]
    [InlineData("hash")]
    [InlineData("encrypt")]
    [InlineData("shift-date")]
    [InlineData("mask")]
    public void Verify_SurrogatesOfAnyOperator_AreNoResidue(string @operator)
    {
        _folder.Write("in/a.txt", "Call Gunvor Aasland on +47 412 88 553, born 4 March 1971, or write to gunvor@fjord-post.example.\n");
        using var key = new RedactionKey(Enumerable.Range(1, 32).Select(static i => (byte)(i * 7)).ToArray());
        Run(new RedactionEngineBuilder().UseKey(key).WithSecondLook()
            .UsePolicy(PolicyFile.Parse($"id: p\nrules:\n  - {{ operator: {@operator}, minScore: 0.5 }}\n  - {{ operator: keep }}\n")));

        Assert.Empty(Verify());
    }

    [Fact]
    public void Verify_LabelsOfTheCallersOwn_AreNoResidue()
    {
        _folder.Write("in/a.txt", "Call Gunvor Aasland on +47 412 88 553.\n");
        Run(new RedactionEngineBuilder().WithSecondLook().UsePolicy(PolicyFile.Parse(
            "id: p\nrules:\n  - { operator: label, minScore: 0.5, with: { template: 'Jane Doe {n}' } }\n  - { operator: keep }\n")));

        Assert.Contains("Jane Doe 1", File.ReadAllText(_folder.PathOf("out/a.txt")), StringComparison.Ordinal);
        Assert.Empty(Verify());
    }

    [Fact]
    public void Verify_TheOriginalInPlaceOfTheOutput_FindsWhatTheRunFound()
    {
        const string text = "Call Gunvor Aasland on +47 412 88 553, or write to gunvor@fjord-post.example.\n";
        _folder.Write("in/a.txt", text);
        Run(new RedactionEngineBuilder().WithSecondLook());
        _folder.Write("out/a.txt", text);

        var problems = Verify();

        Assert.Equal(["email", "person", "phone"], problems.Where(static p => p.Kind == "residue").Select(static p => p.Detail).Order());
        var mail = problems.Single(static p => p.Detail == "email");
        Assert.Equal($"{{\"start\":{text.IndexOf("gunvor@", StringComparison.Ordinal)},\"end\":{text.Length - 2}}}", mail.Place);
        Assert.DoesNotContain(problems, static p => p.Detail.Contains("gunvor", StringComparison.Ordinal));
        Assert.Contains(problems, static p => p.Kind == "changed");
    }

    [Fact]
    public void Verify_SearchesWithTheSwitchesOfTheRun()
    {
        _folder.Write("in/a.txt", "Dear Jane Doe, write to gunvor@fjord-post.example\n");
        Run(new RedactionEngineBuilder().WithDetectors("email"));

        Assert.Empty(Verify());
        Assert.Contains(Verify(wider: true), static p => p is { Kind: "wider", Detail: "person" });
        Assert.True(new OutputVerifier { SearchesWider = true }.Verify(_folder.PathOf("out"), 1).IsIntact);
    }

    [Fact]
    public void Verify_PolicyWithListsOfItsOwn_AsksForTheFile()
    {
        _folder.Write("in/a.txt", "Write to gunvor@fjord-post.example about Heron.\n");
        var policy = PolicyFile.Parse("id: p\nextends: default\ndetectors: { allow: [gunvor@fjord-post.example], deny: [Heron] }\n");
        Run(new RedactionEngineBuilder().UsePolicy(policy));

        Assert.Throws<ArgumentException>(() => Verify());
        Assert.DoesNotContain("Heron", File.ReadAllText(_folder.PathOf("out/manifest.jsonl")), StringComparison.Ordinal);
        Assert.Empty(new OutputVerifier(policy).Verify(_folder.PathOf("out"), 1).Problems);
    }

    [Fact]
    public void Verify_LooksIntoQuarantineReportAndLinks()
    {
        _folder.Write("in/a.txt", "gunvor@fjord-post.example\n");
        _folder.Write("in/b.json", "{");
        Run(new RedactionEngineBuilder());
        Assert.Empty(Verify());

        File.AppendAllText(_folder.PathOf("out/report.html"), "<p>kitesurf61@example.com</p>");
        _folder.Write(
            "out/quarantine/copy.jsonl", "{\"source\":\"b.json\",\"error\":\"malformed\",\"content\":\"kitesurf61@example.com\"}\n");
        File.CreateSymbolicLink(_folder.PathOf("out/c.txt"), _folder.PathOf("in/a.txt"));

        Assert.Equal(
            [("link", "c.txt"), ("quarantine", "quarantine/copy.jsonl"), ("changed", "report.html")],
            Verify().Select(static p => (p.Kind, p.Source)));
    }

    private IReadOnlyList<OutputProblem> Verify(bool wider = false) =>
        new OutputVerifier { SearchesWider = wider }.Verify(_folder.PathOf("out"), threads: 2).Problems;

    private void Run(RedactionEngineBuilder builder) =>
        new BatchRunner(builder.Build()).Run(new() { Inputs = [_folder.PathOf("in")], Threads = 2 }, _folder.PathOf("out"));
}
