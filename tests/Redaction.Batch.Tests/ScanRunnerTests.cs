using System.Text;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Batch.Tests;

public sealed class ScanRunnerTests : IDisposable
{
    private const string Address = "canary.person@example.com";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Scan_File_TellsPlacesWithoutValues()
    {
        _folder.Write("in/a.txt", $"to {Address}");
        _folder.Write("in/b.json", "{");

        var lines = Scan(new());

        Assert.Equal("""{"source":"a.txt","entity":"email","score":0.98,"detector":"email","start":3,"end":28}""", lines[0]);
        Assert.StartsWith("""{"source":"b.json","error":""", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Scan_ShowValuesAndTaxonomy_WritesThem()
    {
        _folder.Write("in/a.txt", $"to {Address}");

        var lines = Scan(new() { ShowValues = true, Taxonomy = "presidio" });

        Assert.Contains("\"entity\":\"EMAIL_ADDRESS\"", lines[0], StringComparison.Ordinal);
        Assert.Contains($"\"value\":\"{Address}\"", lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Scan_NameOfAFile_IsToldOnlyIfItMay()
    {
        _folder.Write("in/Gunvor Aasland/notes.txt", $"to {Address}");
        _folder.Write("in/Gunvor Aasland.txt", $"to {Address}");
        _folder.Write("in/Jane Doe.json", "{");

        var lines = string.Join('\n', Scan(new()));
        var shown = string.Join('\n', Scan(new() { ShowValues = true }));

        Assert.Contains("\"source\":\"folder-0001/notes.txt\"", lines, StringComparison.Ordinal);
        Assert.DoesNotContain("Aasland", lines, StringComparison.Ordinal);
        Assert.DoesNotContain("Jane", lines, StringComparison.Ordinal);
        Assert.Contains("Gunvor Aasland/notes.txt", shown, StringComparison.Ordinal);
    }

    private string[] Scan(ScanOptions options)
    {
        using var output = new MemoryStream();
        var engine = new RedactionEngineBuilder().ForScanning().Build();
        new ScanRunner(engine).Run(new() { Inputs = [_folder.PathOf("in")] }, output, options);
        return Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
