using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Batch.Tests;

public sealed class BatchRunnerTests : IDisposable
{
    private const string Address = "canary.person@example.com";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Run_Folder_KeepsPathsAndTakesValuesOut()
    {
        _folder.Write("in/mail/1.txt", $"Write to {Address} today.");

        var summary = Run();

        Assert.Equal("Write to [email] today.", File.ReadAllText(_folder.PathOf("out/mail/1.txt")));
        Assert.Equal((1, 0, 1L), (summary.Done, summary.Failed, summary.Entities["email"]));
    }

    [Fact]
    public void Run_OnEightThreads_GivesTheBytesOfOne()
    {
        for (var i = 0; i < 60; i++)
            _folder.Write($"in/{i % 7}/{i}.txt", string.Join("\n", Enumerable.Range(0, i).Select(n => $"p{n}@example.com and {n}")));
        _folder.Write("in/broken.json", "{\"a\": ");

        Run("one", threads: 1);
        Run("eight", threads: 8);

        var (one, eight) = (_folder.Snapshot("one"), _folder.Snapshot("eight"));
        Assert.Equal(one.Keys, eight.Keys);
        foreach (var (path, content) in one.Where(static f => f.Key != "audit.jsonl")) // the log tells the time
            Assert.True(content.AsSpan().SequenceEqual(eight[path]), path);
        Assert.Contains("manifest.jsonl", one.Keys);
        Assert.Contains("report.html", one.Keys);
    }

    [Fact]
    public void Run_KaldiDirectory_IsOneItemWithOneNameForASpeaker()
    {
        _folder.Write("in/train/text", $"jane_doe-0001 write to {Address} now\n");
        _folder.Write("in/train/utt2spk", "jane_doe-0001 jane_doe\n");
        _folder.Write("in/train/segments", "jane_doe-0001 rec1 0.0 3.0\n");

        var summary = Run();

        Assert.Equal((1, 0), (summary.Done, summary.Failed));
        Assert.Equal("[person]-0001 write to [email] now\n", File.ReadAllText(_folder.PathOf("out/train/text")));
        Assert.Equal("[person]-0001 [person]\n", File.ReadAllText(_folder.PathOf("out/train/utt2spk")));
        Assert.Equal("[person]-0001 rec1 0.0 3.0\n", File.ReadAllText(_folder.PathOf("out/train/segments")));
    }

    [Fact]
    public void Run_BrokenFile_IsQuarantinedAndTheRestDone()
    {
        _folder.Write("in/a.txt", $"a {Address}");
        _folder.Write("in/b.json", $"{{\"x\": \"{Address}\", ");
        _folder.Write("in/c.txt", $"c {Address}");

        var summary = Run();

        Assert.Equal((2, 1), (summary.Done, summary.Failed));
        Assert.False(File.Exists(_folder.PathOf("out/b.json")));
        Assert.Equal("c [email]", File.ReadAllText(_folder.PathOf("out/c.txt")));
        var note = Assert.Single(Directory.GetFiles(_folder.PathOf("out/quarantine")));
        Assert.Equal(Assert.Single(summary.Failures).Key, Path.GetFileNameWithoutExtension(note));
        using var line = JsonDocument.Parse(File.ReadAllText(note));
        Assert.Equal("b.json", line.RootElement.GetProperty("source").GetString());
    }

    [Fact]
    public void Run_FailureAfterAnEarlierSuccess_LeavesNoOldOutput()
    {
        _folder.Write("in/a.json", "{\"x\": 1}");
        Run();
        _folder.Write("in/a.json", "{\"x\": ");

        Run();

        Assert.False(File.Exists(_folder.PathOf("out/a.json")));
    }

    [Theory]
    [InlineData("x.bin", "a\0\u0001\u0002b", "invalid-encoding")] // text of any name is read
    [InlineData("x.txt", "%PDF-1.7", "wrong-extension")]
    [InlineData("x.wav", "RIFF....WAVE", "no-transcript")]
    [InlineData("manifest.jsonl", "{}", "reserved-name")]
    public void Run_WhatCannotBeRedacted_FailsWithItsCode(string name, string content, string code)
    {
        _folder.Write($"in/{name}", content);

        var summary = Run();

        Assert.Equal(code, Assert.Single(summary.Failures).Key);
        Assert.True(File.Exists(_folder.PathOf($"out/quarantine/{code}.jsonl")));
    }

    [Fact]
    public void Run_TextThatIsAnImage_IsNotReleased()
    {
        _folder.Write("in/x.txt", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0]);

        var summary = Run();

        Assert.Equal("wrong-extension", Assert.Single(summary.Failures).Key);
        Assert.False(File.Exists(_folder.PathOf("out/x.txt")));
    }

    [Fact]
    public void Run_Call_TakesTheValueOutOfBoth()
    {
        var wav = Wav(seconds: 4);
        _folder.Write("in/call.wav", wav);
        _folder.Write("in/call.srt", $"1\n00:00:01,000 --> 00:00:03,000\nmail {Address}\n");

        var summary = Run();

        Assert.Equal((1, 0), (summary.Done, summary.Failed));
        Assert.Equal(new() { ["call"] = 1 }, summary.Redacted.ToDictionary());
        Assert.DoesNotContain(Address, File.ReadAllText(_folder.PathOf("out/call.srt")), StringComparison.Ordinal);
        var redacted = File.ReadAllBytes(_folder.PathOf("out/call.wav"));
        Assert.Equal(wav.Length, redacted.Length);
        Assert.NotEqual(wav[30_000..34_000], redacted[30_000..34_000]);
    }

    [Fact]
    public void Run_CallWithBrokenAudio_ReleasesNeither()
    {
        _folder.Write("in/call.wav", "RIFF");
        _folder.Write("in/call.srt", $"1\n00:00:01,000 --> 00:00:03,000\nmail {Address}\n");

        var summary = Run();

        Assert.Equal((0, 1), (summary.Done, summary.Failed));
        Assert.False(File.Exists(_folder.PathOf("out/call.wav")) || File.Exists(_folder.PathOf("out/call.srt")));
    }

    [Fact]
    public void IoFailure_FullDisk_HasItsCode()
    {
        if (!OperatingSystem.IsLinux()) return;
        using var full = new OutputStream(new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0));

        var failure = Assert.Throws<RedactionException>(() => full.Write(new byte[16]));

        Assert.Equal(ErrorCodes.DiskFull, failure.Code);
    }

    [Fact]
    public void Run_LinkInAFolder_IsNotFollowed()
    {
        if (OperatingSystem.IsWindows()) return;
        _folder.Write("outside/secret.txt", Address);
        _folder.Write("in/a.txt", "a");
        File.CreateSymbolicLink(_folder.PathOf("in/link.txt"), _folder.PathOf("outside/secret.txt"));
        Directory.CreateSymbolicLink(_folder.PathOf("in/folder"), _folder.PathOf("outside"));

        var summary = Run();

        Assert.Equal((1, 2), (summary.Done, summary.Failures["symbolic-link"]));
    }

    [Fact]
    public void Run_Anything_LeavesNoTemporaryFileAndNoValue()
    {
        _folder.Write("in/a.txt", $"a {Address}");
        _folder.Write("in/b.jsonl", $"{{\"{Address}\": \"{Address}\"}}\n");
        _folder.Write("in/c.json", $"[\"{Address}\"");

        Run();

        var files = _folder.Snapshot("out");
        Assert.DoesNotContain(
            files.Keys, static k => k.Contains("tmp", StringComparison.Ordinal) || k.Contains("spool", StringComparison.Ordinal));
        foreach (var (path, content) in files)
            Assert.False(Encoding.UTF8.GetString(content).Contains(Address, StringComparison.Ordinal), path);
    }

    [Fact]
    public void Run_Manifest_TellsDigestsCountsAndPlan()
    {
        var input = _folder.Write("in/a.jsonl", $"{{\"n\": 1}}\n{{\"to\": \"x {Address}\"}}\n");

        Run();

        using var line = JsonDocument.Parse(File.ReadAllText(_folder.PathOf("out/manifest.jsonl")));
        var root = line.RootElement;
        Assert.Equal("a.jsonl", root.GetProperty("source").GetString());
        Assert.Equal(Digest(input), root.GetProperty("input").GetProperty("sha256").GetString());
        Assert.Equal(Digest(_folder.PathOf("out/a.jsonl")), root.GetProperty("output").GetProperty("sha256").GetString());
        Assert.Equal(1, root.GetProperty("counts").GetProperty("entities").GetProperty("email").GetInt32());
        var item = Assert.Single(root.GetProperty("plan").EnumerateArray());
        Assert.Equal(2, item.GetProperty("line").GetInt32());
        Assert.Equal("$.to", item.GetProperty("path").GetString());
        Assert.Equal(2, item.GetProperty("start").GetInt32());
        Assert.Equal("label", item.GetProperty("operator").GetString());
    }

    [Fact]
    public void Run_ManyFindings_SpoolsThePlanWhole()
    {
        _folder.Write("in/a.txt", string.Join("\n", Enumerable.Range(0, 5000).Select(i => $"p{i}@example.com")));

        Run();

        using var line = JsonDocument.Parse(File.ReadAllText(_folder.PathOf("out/manifest.jsonl")));
        Assert.Equal(5000, line.RootElement.GetProperty("plan").GetArrayLength());
    }

    [Theory]
    [InlineData("in", "in")]
    [InlineData("in", "in/deep/out")]
    [InlineData("out/in", "out")]
    public void Run_OutputAndInputInEachOther_IsRefused(string input, string output)
    {
        _folder.Write($"{input}/a.txt", "a");

        Assert.Throws<ArgumentException>(() => Runner().Run(new() { Inputs = [_folder.PathOf(input)] }, _folder.PathOf(output)));
    }

    [Fact]
    public void Run_OutputBehindALink_IsRefused()
    {
        if (OperatingSystem.IsWindows()) return;
        _folder.Write("in/deep/a.txt", "a");
        Directory.CreateSymbolicLink(_folder.PathOf("link"), _folder.PathOf("in/deep"));

        Assert.Throws<ArgumentException>(() => Runner().Run(new() { Inputs = [_folder.PathOf("in")] }, _folder.PathOf("link/out")));
    }

    [Fact]
    public void Run_TwoInputsOfOneName_AreRefused()
    {
        _folder.Write("x/a.txt", "a");
        _folder.Write("y/a.txt", "b");

        var options = new BatchOptions { Inputs = [_folder.PathOf("x"), _folder.PathOf("y")] };

        Assert.Throws<ArgumentException>(() => Runner().Run(options, _folder.PathOf("out")));
    }

    [Fact]
    public void Run_Stopped_LeavesNoTemporaryFile()
    {
        for (var i = 0; i < 20; i++) _folder.Write($"in/{i}.txt", Address);
        using var stop = new CancellationTokenSource();
        var progress = new Callback(p => { if (p.Done == 3) stop.Cancel(); });
        var options = new BatchOptions { Inputs = [_folder.PathOf("in")], Threads = 2, Progress = progress };

        Assert.ThrowsAny<OperationCanceledException>(() => Runner().Run(options, _folder.PathOf("out"), stop.Token));

        var files = _folder.Snapshot("out").Keys
            .Where(static k => k != "audit.jsonl" && !k.StartsWith(".redact-work/", StringComparison.Ordinal));
        Assert.All(files, static k => Assert.EndsWith(".txt", k, StringComparison.Ordinal));
    }

    private BatchSummary Run(string output = "out", int threads = 2) =>
        Runner().Run(new() { Inputs = [_folder.PathOf("in")], Threads = threads }, _folder.PathOf(output));

    private static BatchRunner Runner() => new(new RedactionEngineBuilder().Build());

    private static string Digest(string path) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));

    /// <summary>A ramp, so that no stretch of it looks painted.</summary>
    private static byte[] Wav(int seconds)
    {
        const int rate = 8000;
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write("RIFF"u8);
        writer.Write(36 + seconds * rate * 2);
        writer.Write("WAVEfmt "u8);
        writer.Write(16);
        writer.Write((short)1);
        writer.Write((short)1);
        writer.Write(rate);
        writer.Write(rate * 2);
        writer.Write((short)2);
        writer.Write((short)16);
        writer.Write("data"u8);
        writer.Write(seconds * rate * 2);
        for (var i = 0; i < seconds * rate; i++) writer.Write((short)i);
        return stream.ToArray();
    }

    private sealed class Callback(Action<BatchProgress> action) : IProgress<BatchProgress>
    {
        public void Report(BatchProgress value) => action(value);
    }
}
