using System.Text.Json;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Batch.Tests;

/// <summary>What the manifest tells of what was searched, and what becomes of the rest.</summary>
public sealed class SearchTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static string Picture => Convert.ToBase64String([0x89, 0x50, 0x4E, 0x47, .. new byte[200], 1]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Run_PictureInAPage_IsQuarantinedWithItsPlace()
    {
        _folder.Write("in/a.html", $"<p>jane@example.com</p><img src=\"data:image/png;base64,{Picture}\">");

        var item = Run("refuse", out var summary);

        Assert.Equal(1, summary.Failures["unsearched"]);
        Assert.False(File.Exists(_folder.PathOf("out/a.html")));
        var search = item.GetProperty("search");
        Assert.Equal(Picture.Length, search.GetProperty("unsearched").GetInt64());
        var place = search.GetProperty("places")[0];
        Assert.Equal(("opaque-data", "refused"), (place.GetProperty("kind").GetString(), place.GetProperty("done").GetString()));
    }

    [Theory]
    [InlineData("erase", "erased", false)]
    [InlineData("keep", "kept", true)]
    public void Run_PictureThatThePolicyLetsPass_IsToldAndVerified(string choice, string done, bool isThere)
    {
        _folder.Write("in/a.json", $"{{\"mail\":\"jane@example.com\",\"photo\":\"data:image/png;base64,{Picture}\"}}");

        var item = Run(choice, out var summary);

        Assert.Equal(0, summary.Failed);
        Assert.Equal(1, summary.Unsearched[$"opaque-data, {done}"]);
        Assert.Contains($"opaque-data, {done}", File.ReadAllText(_folder.PathOf("out/report.html")), StringComparison.Ordinal);
        var written = File.ReadAllText(_folder.PathOf("out/a.json"));
        Assert.Equal(isThere, written.Contains(Picture, StringComparison.Ordinal));
        Assert.Contains("[email]", written, StringComparison.Ordinal);
        var search = item.GetProperty("search");
        Assert.Equal(new FileInfo(_folder.PathOf("in/a.json")).Length, Sum(search));
        Assert.Equal(choice, search.GetProperty("choice").GetString());
        Assert.Equal((done, "$.photo"), (search.GetProperty("places")[0].GetProperty("done").GetString(),
            search.GetProperty("places")[0].GetProperty("path").GetString()));
        Assert.Empty(new OutputVerifier().Verify(_folder.PathOf("out"), threads: 1).Problems);
    }

    [Fact]
    public void Run_NothingLeft_TellsAmountsOnly()
    {
        _folder.Write("in/a.txt", "jane@example.com");

        var search = Run("refuse", out _).GetProperty("search");

        Assert.Equal(("characters", 16), (search.GetProperty("unit").GetString(), search.GetProperty("searched").GetInt32()));
        Assert.Equal(16, Sum(search));
        Assert.False(search.TryGetProperty("places", out _));
    }

    private static long Sum(JsonElement search) =>
        ((string[])["searched", "structure", "embedded", "excluded", "unsearched"]).Sum(name => search.GetProperty(name).GetInt64());

    private JsonElement Run(string choice, out BatchSummary summary)
    {
        summary = new BatchRunner(Engine(choice)).Run(new BatchOptions { Inputs = [_folder.PathOf("in")], Threads = 1 },
            _folder.PathOf("out"));
        using var parsed = JsonDocument.Parse(File.ReadAllLines(_folder.PathOf("out/manifest.jsonl")).Single());
        return parsed.RootElement.Clone();
    }

    private static RedactionEngine Engine(string choice) =>
        new RedactionEngineBuilder()
            .UsePolicy(PolicyFile.Parse($"id: a\nextends: default\nunsearched: {choice}\n"))
            .WithDetectors("email").Build();
}
