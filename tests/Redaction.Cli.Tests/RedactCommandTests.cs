using System.Diagnostics;
using System.Text.Json;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Cli.Tests;

public sealed class RedactCommandTests : IDisposable
{
    private const string Address = "canary.person@example.com";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Run_Folder_IsDone()
    {
        _folder.Write("in/a.txt", Address);

        var run = CommandRun.Of("run", In, "--out", Out);

        Assert.Equal((0, ""), (run.Status, run.Output));
        Assert.Equal("[email]", File.ReadAllText(_folder.PathOf("out/a.txt")));
        Assert.Contains("email", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void PolicyShow_WhatIsSaidOfImages_IsShown()
    {
        var policy = _folder.Write("p.yaml", "id: p\nextends: default\nimages: { minSize: { face: 17 } }\nvideo: { every: 5 }\n");

        var table = CommandRun.Of("policy", "show", policy);
        var json = CommandRun.Of("policy", "show", policy, "--format", "json");

        Assert.Contains("minSize", table.Output + table.Error, StringComparison.Ordinal);
        Assert.Equal(17,
            JsonDocument.Parse(json.Output).RootElement.GetProperty("images").GetProperty("minSize").GetProperty("face").GetInt32());
        Assert.Equal(5, JsonDocument.Parse(json.Output).RootElement.GetProperty("video").GetProperty("every").GetInt32());
    }

    [FfmpegFact]
    public void Run_Video_WritesFramesTracksAndCounts()
    {
        var clip = _folder.PathOf("in/clip.mp4");
        Directory.CreateDirectory(_folder.PathOf("in"));
        using (var ffmpeg = Process.Start("ffmpeg",
            ["-nostdin", "-v", "quiet", "-loop", "1", "-i", Repository.PathOf("samples", "photos", "astronaut.jpg"), "-vf", "scale=256:256",
                "-r", "10", "-t", "0.6", "-pix_fmt", "yuv420p", clip])) ffmpeg.WaitForExit();

        var run = CommandRun.Of("run", In, "--out", Out, "--detectors", "face");
        var scan = CommandRun.Of("scan", In, "--detectors", "face");

        Assert.Equal((0, ""), (run.Status, run.Output));
        using var entry = JsonDocument.Parse(File.ReadAllText(_folder.PathOf("out/manifest.jsonl")));
        Assert.Equal(("video", "mp4", "drop"), (Text(entry, "kind"), Text(entry, "format"), Text(entry, "audio")));
        Assert.Equal((6, 6, 1),
            (entry.RootElement.GetProperty("frames").GetInt32(), entry.RootElement.GetProperty("framesMasked").GetInt32(),
                entry.RootElement.GetProperty("tracks").GetInt32()));
        Assert.Contains("\"from\":0,\"to\":0.6", scan.Output, StringComparison.Ordinal);
        Assert.Equal(0, CommandRun.Of("scan", Out + "/clip.mp4", "--detectors", "face").Output.Length);

        static string? Text(JsonDocument json, string name) => json.RootElement.GetProperty(name).GetString();
    }

    [FfmpegFact]
    public void Run_VideoWithItsTranscript_MasksTheSoundWhereTheIdentifierIsSpoken()
    {
        Directory.CreateDirectory(_folder.PathOf("in"));
        using (var ffmpeg = Process.Start("ffmpeg",
            ["-nostdin", "-v", "quiet", "-f", "lavfi", "-i", "color=gray:s=128x96:r=5:d=6", "-f", "lavfi", "-i", "sine=440:d=6", "-pix_fmt",
                "yuv420p", "-shortest", _folder.PathOf("in/clip.mp4")])) ffmpeg.WaitForExit();
        _folder.Write("in/clip.vtt",
            "WEBVTT\n\n00:00:00.500 --> 00:00:02.000\nplease write to\n\n00:00:03.000 --> 00:00:05.000\nada.stone@example.org\n");
        var policy = _folder.Write("sound.yaml",
            "id: sound\nextends: default\nvideo:\n  audio: redact\nrules:\n  - entity: email\n    medium: audio\n    operator: silence\n");

        var run = CommandRun.Of("run", In, "--out", Out, "--policy", policy, "--detectors", "patterns");

        Assert.Equal((0, ""), (run.Status, run.Output));
        Assert.DoesNotContain("ada.stone", File.ReadAllText(_folder.PathOf("out/clip.vtt")), StringComparison.Ordinal);
        using var entry = JsonDocument.Parse(File.ReadAllText(_folder.PathOf("out/manifest.jsonl")));
        Assert.Equal("redact", entry.RootElement.GetProperty("audio").GetString());
        Assert.InRange(entry.RootElement.GetProperty("secondsMasked").GetDouble(), 1.9, 2.6);
        using (var ffmpeg = Process.Start("ffmpeg",
            ["-nostdin", "-v", "quiet", "-i", _folder.PathOf("out/clip.mp4"), "-map", "0:a:0", "-ac", "1", "-ar", "8000", "-f", "s16le",
                _folder.PathOf("sound.raw")])) ffmpeg.WaitForExit();
        var sound = File.ReadAllBytes(_folder.PathOf("sound.raw"));
        Assert.InRange(Loudest(sound, 3.1, 4.9), 0, 60);
        Assert.True(Loudest(sound, 0.6, 1.9) > 1000);
        Assert.Equal(3,
            CommandRun.Of("run", Withdrawn(), "--out", _folder.PathOf("out2"), "--policy", policy, "--detectors", "patterns").Status);

        static int Loudest(byte[] sound, double from, double to) =>
            Enumerable.Range((int)(from * 8000), (int)((to - from) * 8000)).Max(i => Math.Abs((int)BitConverter.ToInt16(sound, i * 2)));

        string Withdrawn()
        {
            File.Delete(_folder.PathOf("in/clip.vtt"));
            return In;
        }
    }

    [Fact]
    public void Run_TextThatIsCalledAVideo_IsQuarantined()
    {
        _folder.Write("in/clip.mp4", "no video");

        Assert.Equal(3, CommandRun.Of("run", In, "--out", Out).Status);
        Assert.Contains("wrong-extension", File.ReadAllText(_folder.PathOf("out/manifest.jsonl")), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_BrokenFile_Gives3AndTheRest()
    {
        _folder.Write("in/a.json", "{");
        _folder.Write("in/b.txt", Address);

        var run = CommandRun.Of("run", In, "--out", Out);

        Assert.Equal(3, run.Status);
        Assert.True(File.Exists(_folder.PathOf("out/b.txt")));
        Assert.False(File.Exists(_folder.PathOf("out/a.json")));
    }

    [Theory]
    // Usage.
    [InlineData(2, "run", "IN")]
    [InlineData(2, "run", "IN", "--out", "IN")]
    [InlineData(2, "run", "IN", "--out", "IN/deeper")]
    [InlineData(2, "run", "nowhere", "--out", "OUT")]
    [InlineData(2, "run", "IN", "--out", "OUT", "--threads", "0")]
    [InlineData(2, "run", "IN", "--out", "OUT", "--threads", "many")]
    [InlineData(2, "run", "IN", "--out", "OUT", "--min-score", "2")]
    [InlineData(2, "run", "IN", "--out", "OUT", "--detectors", "emial")]
    [InlineData(2, "run", "IN", "--out", "OUT", "--entities", "emial")]
    [InlineData(2, "run", "IN", "--out", "OUT", "--quality", "best")]
    [InlineData(2, "scan", "IN", "--taxonomy", "other")]
    [InlineData(2, "scan", "IN", "--bogus")]
    [InlineData(2, "vanish")]
    [InlineData(2)]
    // Policy and configuration.
    [InlineData(4, "run", "IN", "--out", "OUT", "--policy", "unheard-of")]
    [InlineData(4, "run", "IN", "--out", "OUT", "--policy", "KEYED")]
    [InlineData(4, "run", "IN", "--out", "OUT", "--policy", "WRONG")]
    [InlineData(4, "run", "IN", "--out", "OUT", "--keys", "nowhere")]
    [InlineData(4, "policy", "check", "WRONG")]
    [InlineData(4, "policy", "show", "WRONG")]
    // Fine.
    [InlineData(0, "policy", "check", "KEYED")]
    [InlineData(0, "policy", "diff", "default", "gdpr")]
    [InlineData(0, "scan", "IN", "--policy", "KEYED")]
    [InlineData(0, "--help")]
    [InlineData(0, "run", "--help")]
    [InlineData(0, "--version")]
    public void Command_Ends_WithItsStatus(int status, params string[] args)
    {
        _folder.Write("in/a.txt", "nothing here");
        _folder.Write("keyed.yaml", "id: keyed\nrules:\n  - operator: hash\n");
        _folder.Write("wrong.yaml", "id: wrong\nrules:\n  - operator: vanish\n");

        var run = CommandRun.Of([.. args.Select(Place)]);

        Assert.Equal(status, run.Status);
        if (status != 0) Assert.StartsWith("redact: ", run.Error, StringComparison.Ordinal);
        Assert.False(status is 2 or 4 && Directory.Exists(Out));
    }

    [Fact]
    public void Run_KeyThatIsNotThere_SaysSo() => Assert.Contains(
        "nowhere.key: the key file cannot be read: there is no such file",
        CommandRun.Of("run", _folder.Write("in/a.txt", "a"), "--out", Out, "--keys", "nowhere.key").Error, StringComparison.Ordinal);

    [Fact]
    public void Run_WrongPolicy_TellsLineAndChoice()
    {
        var policy = _folder.Write("p.yaml", "id: p\nrules:\n  - operator: eraze\n");

        var run = CommandRun.Of("policy", "check", policy);

        Assert.Contains("p.yaml(3,15): no operator is called 'eraze' (did you mean 'erase'?", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Stopped_Gives130()
    {
        _folder.Write("in/a.txt", Address);
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        var run = CommandRun.Of(stop.Token, "run", In, "--out", Out);

        Assert.Equal(130, run.Status);
        Assert.False(File.Exists(_folder.PathOf("out/a.txt")));
    }

    [Fact]
    public void Scan_File_WritesLinesWithoutValues()
    {
        _folder.Write("in/a.txt", $"to {Address}");

        var run = CommandRun.Of("scan", In);

        Assert.Equal("""{"source":"a.txt","entity":"email","score":0.98,"detector":"email","start":3,"end":28}""" + "\n", run.Output);
        Assert.DoesNotContain(Address, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Scan_ToFile_KeepsStandardOutputEmpty()
    {
        _folder.Write("in/a.txt", Address);

        var run = CommandRun.Of("scan", In, "--out", _folder.PathOf("findings.jsonl"), "--show-values");

        Assert.Equal("", run.Output);
        Assert.Contains(Address, File.ReadAllText(_folder.PathOf("findings.jsonl")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("detectors")]
    [InlineData("operators")]
    [InlineData("formats")]
    [InlineData("models")]
    public void List_AsJsonAndTable_IsReadable(string verb)
    {
        var (json, table) = (CommandRun.Of(verb, "--format", "json"), CommandRun.Of(verb));

        using var parsed = JsonDocument.Parse(json.Output);
        Assert.NotEqual(0, parsed.RootElement.GetArrayLength());
        foreach (var entry in parsed.RootElement.EnumerateArray())
            Assert.Contains(entry.GetProperty("id").GetString()!, table.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Process_Run_GivesStatusAndKeepsOutputForData()
    {
        _folder.Write("in/a.txt", Address);
        _folder.Write("in/b.json", "{");

        var (status, output) = Start("run", In, "--out", Out);

        Assert.Equal((3, ""), (status, output));
        Assert.Equal("[email]", File.ReadAllText(_folder.PathOf("out/a.txt")));
    }

    [Fact]
    public void Process_Scan_WritesJsonLines()
    {
        _folder.Write("in/a.txt", Address);

        var (status, output) = Start("scan", In);

        Assert.Equal(0, status);
        using var finding = JsonDocument.Parse(output);
        Assert.Equal("email", finding.RootElement.GetProperty("entity").GetString());
    }

    private string In => _folder.PathOf("in");

    private string Out => _folder.PathOf("out");

    private string Place(string argument) => argument switch
    {
        "IN" => In,
        "IN/deeper" => Path.Combine(In, "deeper"),
        "OUT" => Out,
        "KEYED" => _folder.PathOf("keyed.yaml"),
        "WRONG" => _folder.PathOf("wrong.yaml"),
        _ => argument,
    };

    private static (int Status, string Output) Start(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet",
            [Path.Combine(AppContext.BaseDirectory, "redact.dll"), .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError =
                true
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        _ = error.Result;
        return (process.ExitCode, output);
    }
}
