using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Redaction.Governance;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Cli.Tests;

public sealed class KilledRunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <remarks>20 moments here; REDACTION_KILLS=200 for more. Each run goes on with what the one before left, so recovery is recovered
    /// from too.</remarks>
    [Fact]
    public void Run_KilledAtAnyMoment_LosesAndDoublesNothing()
    {
        var left = int.Parse(Environment.GetEnvironmentVariable("REDACTION_KILLS") ?? "20", CultureInfo.InvariantCulture);
        var random = new Random(11);
        WriteInputs();
        Assert.Equal(ExitCodes.Done, CommandRun.Of(Arguments("whole")).Status);
        for (var round = 0; left > 0; round++)
        {
            var folder = $"out{round}";
            while (left > 0 && !IsDone(folder, random.Next(300))) left--;
            if (left == 0) Assert.True(IsDone(folder, int.MaxValue));
            AssertSame("whole", folder);
        }
    }

    /// <summary>Runs the command as a process, which is killed some time after it has begun its manifest unless it ends before; true when
    /// it did.</summary>
    private bool IsDone(string folder, int milliseconds)
    {
        var (manifest, start) = (_folder.PathOf(folder + "/.manifest.jsonl.redact-tmp"), DateTime.UtcNow);
        var program = Path.Combine(AppContext.BaseDirectory, "redact.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, .. Arguments(folder)])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        while (!process.HasExited && File.GetLastWriteTimeUtc(manifest) < start) Thread.Sleep(2);
        if (process.WaitForExit(milliseconds))
        {
            Assert.Equal((ExitCodes.Done, ""), (process.ExitCode, process.ExitCode == 0 ? "" : process.StandardError.ReadToEnd()));
            return true;
        }
        process.Kill(); // SIGKILL
        process.WaitForExit();
        return false;
    }

    private string[] Arguments(string folder) =>
        ["run", _folder.PathOf("in"), "--out", _folder.PathOf(folder), "--resume", "--detectors", "patterns", "--threads", "2"];

    private void WriteInputs()
    {
        for (var i = 0; i < 40; i++)
            _folder.Write($"in/{i:00}.txt", string.Create(CultureInfo.InvariantCulture, $"{i} write to p{i}@example.com today"));
        _folder.Write("in/20-long.jsonl", string.Concat(Enumerable.Range(0, 55_000).Select(static i => string.Create(
            CultureInfo.InvariantCulture,
            $"{{\"id\":{i},\"text\":\"order {i} was late, write to p{i % 900}@example.com, please\",\"note\":\"none\"}}\n"))));
    }

    private void AssertSame(string expected, string actual)
    {
        var (one, other) = (_folder.Snapshot(expected), _folder.Snapshot(actual));
        Assert.Equal(one.Keys, other.Keys);
        foreach (var (path, content) in one.Where(static f => f.Key is not ("audit.jsonl" or "report.html")))
            Assert.True(content.AsSpan().SequenceEqual(other[path]), path);
        var sources = File.ReadLines(_folder.PathOf(actual + "/manifest.jsonl")).Select(static line =>
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement.GetProperty("source").GetString();
        }).ToArray();
        Assert.Equal(41, sources.Distinct().Count());
        Assert.Equal(41, sources.Length);
        var told = AuditLog.ReadEvents(_folder.PathOf(actual + "/audit.jsonl")).Where(static e => e.Event == AuditEvents.Transform);
        Assert.Equal(41, told.Count());
        Assert.True(AuditVerifier.VerifyFile(_folder.PathOf(actual + "/audit.jsonl")).IsIntact);
    }
}
