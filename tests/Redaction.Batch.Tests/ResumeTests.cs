using System.Globalization;
using Redaction.Governance;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Batch.Tests;

[Collection(SerialTests.Name)]
public sealed class ResumeTests : IDisposable
{
    private static readonly RedactionEngine s_engine = new RedactionEngineBuilder().WithDetectors("patterns").Build();

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Run_Resumed_KeepsWhatIsTheSameAndRedactsTheRest()
    {
        WriteInputs(12);
        Run("whole");
        Run("out");
        _folder.Write("in/03.txt", "changed: jane@example.com");
        File.Delete(_folder.PathOf("out/05.txt"));
        File.WriteAllText(_folder.PathOf("out/07.txt"), "somebody else wrote this");
        _folder.Write("in/00-new.txt", "new: joe@example.org");
        var written = File.GetLastWriteTimeUtc(_folder.PathOf("out/01.txt"));

        var summary = Run("out", resume: true);
        Run("anew");

        Assert.Equal((13, 0), (summary.Done, summary.Failed));
        Assert.Equal(written, File.GetLastWriteTimeUtc(_folder.PathOf("out/01.txt")));
        AssertSame("anew", "out");
        Assert.True(new OutputVerifier().Verify(_folder.PathOf("out"), 2).IsIntact);
    }

    [Fact]
    public void Run_ResumedUnderAnotherPolicyKeyOrSwitch_KeepsNothing()
    {
        WriteInputs(3);
        Run("out");
        byte[] key = [.. Enumerable.Range(0, 32).Select(static i => (byte)i)];
        RedactionEngine[] others =
        [
            new RedactionEngineBuilder().WithDetectors("patterns").UsePolicy("gdpr").UseKey(new(new byte[32])).Build(),
            new RedactionEngineBuilder().WithDetectors("email").Build(),
            new RedactionEngineBuilder().WithDetectors("patterns").UseKey(new(key)).Build(),
        ];

        foreach (var other in others)
        {
            var place = _folder.PathOf("out/00.txt");
            File.SetLastWriteTimeUtc(place, DateTime.UnixEpoch);
            Run("out", resume: true, engine: other);
            Assert.NotEqual(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(place));
        }
    }

    [Fact]
    public void Run_StoppedAndResumed_GivesTheBytesOfOneRun()
    {
        WriteInputs(60);
        Run("whole");
        for (var stopAt = 7; ; stopAt += 13)
        {
            using var stop = new CancellationTokenSource();
            try
            {
                Run("out", resume: true, stopAt: stopAt, stop: stop);
                break;
            }
            catch (OperationCanceledException)
            {
                Assert.False(File.Exists(_folder.PathOf("out/manifest.jsonl")));
                Assert.False(File.Exists(_folder.PathOf("out/_SUCCESS")));
            }
        }

        AssertSame("whole", "out");
        var told = AuditLog.ReadEvents(_folder.PathOf("out/audit.jsonl")).Where(static e => e.Event == AuditEvents.Transform);
        Assert.Equal(60, told.Select(static e => e.Details["input"]).Distinct().Count());
        Assert.Equal(60, told.Count());
    }

    [Fact]
    public void Run_StoppedInALongFile_DoesNotPlanAgainWhatWasPlanned()
    {
        var counting = new CountingDetector();
        var engine = new RedactionEngineBuilder().WithDetectors("email", "counting").AddDetector(counting).Build();
        _folder.Write("in/a.jsonl", string.Concat(Enumerable.Range(0, 20_000).Select(static i => string.Create(
            CultureInfo.InvariantCulture, $"{{\"id\":{i},\"text\":\"write to p{i}@example.com, or not\"}}\n"))));
        Run("whole", engine: engine, checkpoint: 1);
        var all = counting.Count;
        counting.Count = 0;
        using (var stop = new CancellationTokenSource())
        {
            counting.At(all / 2, stop.Cancel);
            Assert.ThrowsAny<OperationCanceledException>(() => Run("out", resume: true, stop: stop, engine: engine, checkpoint: 1));
        }
        WaitForTapes(); // a run that is stopped is not waited for, and holds on to its plans until it ends
        counting.Count = 0;

        Run("out", resume: true, engine: engine, checkpoint: 1);

        AssertSame("whole", "out");
        Assert.InRange(counting.Count, 1, all * 3 / 4);
        Assert.True(all >= 20_000);
    }

    [Fact]
    public void Output_Abandoned_LeavesTheFileOfTheNextRun()
    {
        var place = _folder.PathOf("out/a.txt");
        var first = new OutputFile(place);
        first.Abandon();
        using var next = new OutputFile(place);
        next.Stream.Write("ab"u8);

        first.Dispose();
        next.Finish();
        next.Release();

        Assert.Equal("ab", File.ReadAllText(place));
    }

    [Fact]
    public void Run_WithBadRecords_TellsThemAgainWhenResumed()
    {
        WriteInputs(2);
        _folder.Write("in/b.jsonl", "{\"a\":1}\n{\"a\":\n{\"a\":\"jane@example.com\"}\n");
        var first = Run("out");

        var again = Run("out", resume: true);

        Assert.Equal(first.RefusedRecords, again.RefusedRecords);
        Assert.Contains("\"line\":2", File.ReadAllText(_folder.PathOf("out/quarantine/truncated.jsonl")), StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.PathOf("out/_SUCCESS")));
    }

    [Fact]
    public void Run_SummaryManifest_VerifiesAndIsSmaller()
    {
        WriteInputs(5);
        Run("full");
        Run("slim", slim: true);

        Assert.True(new OutputVerifier().Verify(_folder.PathOf("slim"), 2).IsIntact);
        var (slim, full) = (_folder.PathOf("slim/manifest.jsonl"), _folder.PathOf("full/manifest.jsonl"));
        Assert.True(new FileInfo(slim).Length < new FileInfo(full).Length);
        Assert.True(File.Exists(_folder.PathOf("slim/_SUCCESS")));
    }

    private void WriteInputs(int count)
    {
        for (var i = 0; i < count; i++)
            _folder.Write($"in/{i:00}.txt",
                string.Create(CultureInfo.InvariantCulture, $"{i} write to p{i}@example.com or call 212-555-0{100 + i}"));
    }

    private void WaitForTapes()
    {
        foreach (var tape in Directory.EnumerateFiles(_folder.PathOf("out/.redact-work")))
            while (true)
            {
                try
                {
                    using var free = new FileStream(tape, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
                    break;
                }
                catch (IOException)
                {
                    Thread.Sleep(10);
                }
            }
    }

    private void AssertSame(string expected, string actual)
    {
        var (one, other) = (_folder.Snapshot(expected), _folder.Snapshot(actual));
        Assert.Equal(one.Keys, other.Keys);
        foreach (var (path, content) in one.Where(static f => f.Key is not ("audit.jsonl" or "report.html")))
            Assert.True(content.AsSpan().SequenceEqual(other[path]), path);
    }

    private BatchSummary Run(
        string output, bool resume = false, bool slim = false, int stopAt = int.MaxValue, CancellationTokenSource? stop = null,
        RedactionEngine? engine = null, long checkpoint = 0)
    {
        var options = new BatchOptions
        {
            Inputs = [_folder.PathOf("in")],
            Threads = 2,
            Resume = resume,
            ManifestHasTextPlans = !slim,
            CheckpointBytes = checkpoint,
            Progress = new Stopper(done =>
            {
                if (done >= stopAt) stop!.Cancel();
            }),
        };
        return new BatchRunner(engine ?? s_engine).Run(options, _folder.PathOf(output), stop?.Token ?? CancellationToken.None);
    }

    private sealed class Stopper(Action<int> done) : IProgress<BatchProgress>
    {
        public void Report(BatchProgress value) => done(value.Done);
    }
}
