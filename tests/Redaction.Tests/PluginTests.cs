using System.Net;
using System.Net.Sockets;
using System.Text;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Tests;

/// <summary>Detectors outside the library, with real programs and real sockets.</summary>
public sealed class PluginTests : IDisposable
{
    private const string Finder = """
        import json, sys
        for line in sys.stdin:
            text = json.loads(line)["text"]
            at = text.find("plover")
            spans = [{"start": at, "end": at + 6, "label": "BIRD", "score": 0.9}] if at >= 0 else []
            if "odd" in text: spans = [{"start": 0, "end": len(text) + 1, "label": "BIRD"}]
            if "other" in text: spans = [{"start": 0, "end": 1, "label": "FISH"}]
            if "silent" in text: import time; time.sleep(60)
            if "crash" in text: sys.exit(3)
            print("no json" if "garbage" in text else json.dumps({"spans": spans}), flush=True)
        """;

    private readonly TemporaryFolder _folder = new();

    public PluginTests() => _folder.Write("finder.py", Finder);

    public void Dispose() => _folder.Dispose();

    [UnixTheory]
    [InlineData("a plover here", "a [acme.bird] here")]
    [InlineData("a \U0001F600 plover\nhere", "a \U0001F600 [acme.bird]\nhere")] // places are code points
    [InlineData("nothing", "nothing")]
    public void Command_Finds(string text, string expected) => Assert.Equal(expected, Engine(Manifest()).Text.Redact(text));

    /// <summary>The manifest and the program of <c>docs/plugins.md</c>.</summary>
    [UnixFact]
    public void Page_ItsExample_Runs()
    {
        var blocks = File.ReadAllText(Repository.PathOf("docs", "plugins.md")).Split("```");
        foreach (var file in (string[])["names.yaml", "names.py"])
        {
            var block = blocks.Single(b => b.Split('\n') is [_, var first, ..] && first == "# " + file);
            _folder.Write(file, block[(block.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
        }

        Assert.Equal("Dear [person]", Engine(_folder.PathOf("names.yaml")).Text.Redact("Dear Ada"));
    }

    [UnixFact]
    public void Command_ManyThreads_GiveTheSame()
    {
        var engine = Engine(Manifest());

        var texts = Enumerable.Range(0, 60).AsParallel().Select(i => engine.Text.Redact($"{i} plover")).Distinct().Count();

        Assert.Equal(60, texts);
    }

    [UnixTheory]
    [InlineData("odd plover")]
    [InlineData("other plover")]
    [InlineData("garbage plover")]
    [InlineData("silent plover")]
    [InlineData("crash plover")]
    public void Command_ThatFails_ReleasesNothing_AndTheNextTextGoesOn(string text)
    {
        var engine = Engine(Manifest(text.StartsWith("silent", StringComparison.Ordinal) ? "seconds: 6" : "seconds: 20"));

        var failure = Assert.Throws<RedactionException>(() => engine.Text.Redact(text));

        Assert.Equal(ErrorCodes.ProgramFailed, failure.Code);
        Assert.DoesNotContain("plover", failure.ToString(), StringComparison.Ordinal);
        Assert.Equal("[acme.bird]", engine.Text.Redact("plover"));
    }

    [UnixFact]
    public void Command_OtherLabels_AreIgnoredWhereTheManifestSaysSo() =>
        Assert.Equal("other plover", Engine(Manifest("others: ignore")).Text.Redact("other plover"));

    [Fact]
    public void Program_ThatIsNotThere_IsAMissingDependency()
    {
        var path = _folder.Write("none.yaml", "id: acme.none\nentities: { BIRD: acme.bird }\ncommand: acme-no-such-program\n");

        var failure = Assert.Throws<RedactionException>(() => Engine(path).Text.Redact("plover"));

        Assert.Equal(ErrorCodes.MissingDependency, failure.Code);
    }

    [UnixFact]
    public void Policy_NamesPlugins_AndItsRulesTheirEntities()
    {
        Manifest();
        var policy = _folder.Write("policy.yaml", """
            id: birds
            detectors: { plugins: finder.yaml }
            rules:
              - { entity: acme.bird, operator: erase }
              - { operator: keep }
            """);

        Assert.Equal("a  here", new RedactionEngineBuilder().UsePolicy(policy).Build().Text.Redact("a plover here"));
    }

    [Theory]
    [InlineData("command: x\nservice: http://127.0.0.1:1/\n", "one of: command, service")]
    [InlineData("service: http://spans.example/\n", "remote: allow")]
    [InlineData("service: ftp://127.0.0.1/\n", "unix:")]
    [InlineData("command: 'x \"y'\n", "quote")]
    [InlineData("command: x\noffsets: letters\n", "code-points")]
    [InlineData("command: x\ncolour: red\n", "no key 'colour'")]
    public void Manifest_ThatCannotBeMeant_SaysWhereAndWhatIsValid(string rest, string expected)
    {
        var path = _folder.Write("bad.yaml", "id: acme.bad\nentities: { BIRD: acme.bird }\n" + rest);

        Assert.Contains(expected, Assert.Throws<PolicyException>(() => Engine(path)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("id: email\nentities: { BIRD: acme.bird }\ncommand: x\n", "there is a detector called 'email'")]
    [InlineData("id: acme.bad\nentities: { PERSON: persom }\ncommand: x\n", "did you mean 'person'")]
    [InlineData("id: acme.bad\ncommand: x\n", "needs 'entities'")]
    public void Manifest_NamesThatAreNone_AreRefused(string manifest, string expected) => Assert.Contains(
        expected, Assert.Throws<PolicyException>(() => Engine(_folder.Write("bad.yaml", manifest))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(200, "[{\"entity_type\":\"BIRD\",\"start\":2,\"end\":8,\"score\":0.85}]", "a [acme.bird]")] // as Presidio answers
    [InlineData(500, "plover", null)]
    [InlineData(302, "", null)]
    public async Task Service_OnTheLoopback_IsAsked(int status, string answer, string? expected)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var engine = Engine(Service($"http://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}/analyze"));
        var redacted = Task.Run(() => engine.Text.Redact("a plover"));
        using var client = await listener.AcceptTcpClientAsync();
        Assert.StartsWith("POST /analyze ", await RespondAsync(client.GetStream(), status, answer), StringComparison.Ordinal);

        if (expected is not null) Assert.Equal(expected, await redacted);
        else Assert.Equal(ErrorCodes.ProgramFailed, (await Assert.ThrowsAsync<RedactionException>(() => redacted)).Code);
    }

    [UnixFact]
    public async Task Service_OnASocketOfTheSystem_IsAsked()
    {
        var path = _folder.PathOf("spans.sock");
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.IP);
        socket.Bind(new UnixDomainSocketEndPoint(path));
        socket.Listen();
        var redacted = Task.Run(() => Engine(Service($"unix:{path}:/spans")).Text.Redact("a plover"));
        using var client = await socket.AcceptAsync();
        using var stream = new NetworkStream(client);
        var request = await RespondAsync(stream, 200, "{\"spans\":[{\"label\":\"BIRD\",\"start\":2,\"end\":8}]}");

        Assert.StartsWith("POST /spans ", request, StringComparison.Ordinal);
        Assert.Contains("{\"text\":\"a plover\",\"language\":\"en\"}", request, StringComparison.Ordinal);
        Assert.Equal("a [acme.bird]", await redacted);
    }

    private static async Task<string> RespondAsync(Stream stream, int status, string answer)
    {
        var buffer = new byte[8192];
        var request = "";
        while (!request.Contains('}', StringComparison.Ordinal)) // the body ends with it
            request += Encoding.UTF8.GetString(buffer, 0, await stream.ReadAsync(buffer));
        await stream.WriteAsync(Encoding.UTF8.GetBytes(
            $"HTTP/1.1 {status} X\r\nContent-Length: {answer.Length}\r\nLocation: http://127.0.0.1:1/\r\n"
            + $"Connection: close\r\n\r\n{answer}"));
        return request;
    }

    private string Manifest(string more = "") => _folder.Write("finder.yaml", $$"""
        id: acme.finder
        entities: { BIRD: acme.bird }
        command: [python3, finder.py]
        {{more}}
        """);

    private string Service(string address) => _folder.Write("service.yaml", $$"""
        id: acme.service
        entities: { BIRD: acme.bird }
        service: {{address}}
        """);

    private static RedactionEngine Engine(string manifest) =>
        new RedactionEngineBuilder().AddPlugin(manifest).WithDetectors("acme.*").Build();
}
