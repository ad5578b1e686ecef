using Redaction.TestKit;
using Xunit;

namespace Redaction.Batch.Tests;

/// <summary>Names of files and folders are data too.</summary>
public sealed class ItemNamesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Gunvor Aasland.csv", true)]
    [InlineData("Maria_Ostrowska_payroll.csv", true)]
    [InlineData("interview_tomasz_nowak.txt", true)]
    [InlineData("GunvorAaslandPassport.txt", true)]
    [InlineData("export_gunvor.aasland@fjord-post.example.txt", true)]
    [InlineData("512-43-8817_letter.txt", true)]
    [InlineData("call_+4741288553.txt", true)]
    [InlineData("Иван Петров.txt", true)]
    [InlineData("annual report 2023.csv", false)] // ordinary names stay
    [InlineData("train-00001-of-00010.jsonl", false)]
    [InlineData("Monthly Budget.csv", false)]
    [InlineData("mark.txt", false)]
    public void Run_NameOfAFile_IsToldOnlyIfItMay(string name, bool isPersonal)
    {
        _folder.Write("in/" + name, name.EndsWith(".jsonl", StringComparison.Ordinal) ? "{}\n" : "id,ok\n1,yes\n");

        var source = Assert.Single(Run("redact"));

        Assert.Equal(isPersonal ? "file-0001" + Path.GetExtension(name) : name, source);
        Assert.True(File.Exists(_folder.PathOf("out/" + source)));
        if (!isPersonal) return;
        foreach (var file in Directory.EnumerateFiles(_folder.PathOf("out")))
            Assert.DoesNotContain(Path.GetFileNameWithoutExtension(name), File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_FoldersAndSiblings_AreNumberedTogetherOnAnyNumberOfThreads()
    {
        foreach (var name in (string[])["a.txt", "Gunvor Aasland/plain.txt", "Gunvor Aasland/Jane Doe.txt", "Gunvor Aasland/Jane Doe.csv",
            "folder-0001/file-0004.txt", "file-0002.txt"])
            _folder.Write("in/" + name, "x\n");

        var sources = Run("redact");

        Assert.Equal(sources, Run("redact", threads: 1));
        Assert.Equal(6, sources.Distinct().Count());
        Assert.Contains("a.txt", sources);
        Assert.Contains("file-0002.txt", sources);
        Assert.Contains("folder-0001/file-0004.txt", sources);
        var folder = sources.Single(static s => s.EndsWith("/plain.txt", StringComparison.Ordinal)).Split('/')[0];
        Assert.Equal("folder-0001-2", folder);
        var stems = sources.Where(s => s.StartsWith(folder + "/file-", StringComparison.Ordinal)).Select(static s => s[..^4]).ToArray();
        Assert.Equal(2, stems.Length);
        Assert.Single(stems.Distinct());
    }

    [Fact]
    public void Run_PolicyThatKeepsOrRefusesNames_DoesSo()
    {
        _folder.Write("in/Gunvor Aasland.csv", "id,ok\n1,yes\n");

        Assert.Equal(["Gunvor Aasland.csv"], Run("keep"));
        Assert.Equal(["file-0001.csv"], Run("refuse"));
        Assert.False(File.Exists(_folder.PathOf("out/file-0001.csv")));
        Assert.Contains(ErrorCodes.PersonalName, File.ReadAllText(_folder.PathOf("out/manifest.jsonl")), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_RecordingAndTranscript_KeepEachOther()
    {
        foreach (var extension in (string[])[".wav", ".json"])
            File.Copy(Repository.PathOf("samples", "calls", "support-call" + extension), Made("in/Gunvor Aasland" + extension));

        Assert.Equal(["file-0001.wav"], Run("redact"));
        Assert.True(File.Exists(_folder.PathOf("out/file-0001.json")));
    }

    [Fact]
    public void Recheck_ItemUnderAnotherName_IsKnown()
    {
        _folder.Write("in/Gunvor Aasland.csv", "id,ok\n1,yes\n");
        Run("redact");

        var same = Recheck("redact");
        var kept = Recheck("keep");

        Assert.Empty(same);
        Assert.Empty(kept);
    }

    [Fact]
    public void Verify_FileThatNobodyListed_IsToldWithoutItsName()
    {
        _folder.Write("in/a.csv", "id,ok\n1,yes\n");
        Run("redact");
        _folder.Write("out/Gunvor Aasland.csv", "x");
        _folder.Write("out/b.csv", "x");

        var sources = new OutputVerifier().Verify(_folder.PathOf("out"), 1).Problems.Select(static p => p.Source);

        Assert.Equal(["[name].csv", "b.csv"], sources);
    }

    private List<RecheckChange> Recheck(string names) => [.. new RecheckRunner(new RedactionEngineBuilder()
        .UsePolicy(PolicyFile.Parse($"id: p\nextends: default\nnames: {names}\n")).ForScanning().Build())
        .Run(new() { Inputs = [_folder.PathOf("in")] }, _folder.PathOf("out"))];

    private string Made(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder.PathOf(path))!);
        return _folder.PathOf(path);
    }

    private List<string> Run(string names, int threads = 4)
    {
        var policy = PolicyFile.Parse($"id: p\nextends: default\nnames: {names}\n");
        new BatchRunner(new RedactionEngineBuilder().UsePolicy(policy).Build())
            .Run(new() { Inputs = [_folder.PathOf("in")], Threads = threads }, _folder.PathOf("out"));
        return [.. Manifest.Read(_folder.PathOf("out")).Select(static i => i.Main.Source)];
    }
}
