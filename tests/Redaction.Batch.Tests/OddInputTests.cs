using System.Diagnostics;
using System.Text;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Batch.Tests;

/// <summary>What is no file, or does not stay as it is, is refused; whoever stops a run does not wait for it.</summary>
[Collection(SerialTests.Name)]
public sealed class OddInputTests : IDisposable
{
    private static readonly RedactionEngine s_engine = new RedactionEngineBuilder().WithDetectors("email").Build();
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Run_IntoAFolderThatWasNotEmpty_TellsThatOldFilesStay()
    {
        _folder.Write("in/1.txt", "nothing");
        var (runner, options) = (new BatchRunner(s_engine), new BatchOptions { Inputs = [_folder.PathOf("in")] });

        Assert.Empty(runner.Run(options, _folder.PathOf("out")).Notes);
        Assert.Contains("was not empty", Assert.Single(runner.Run(options, _folder.PathOf("out")).Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_PipeInTheInput_IsRefusedAndNotWaitedFor()
    {
        if (!OperatingSystem.IsLinux()) return;
        _folder.Write("in/a.txt", "jane@example.com");
        foreach (var name in (string[])["pipe.txt", "b.json"])
            Process.Start("mkfifo", [_folder.PathOf("in/" + name)]).WaitForExit();
        File.WriteAllBytes(_folder.PathOf("in/b.wav"), new byte[100]);

        var summary = new BatchRunner(s_engine).Run(new() { Inputs = [_folder.PathOf("in")] }, _folder.PathOf("out"));

        Assert.Equal(1, summary.Done);
        Assert.Equal(2, summary.Failures[ErrorCodes.NotAFile]);
    }

    [Fact]
    public void Run_StoppedInsideALongItem_EndsAndLeavesNothing()
    {
        _folder.Write("in/a.txt", string.Concat(Enumerable.Repeat("plain words and jane@example.com in between\n", 2_000_000)));
        using var stop = new CancellationTokenSource();
        var options = new BatchOptions { Inputs = [_folder.PathOf("in")] };
        var run = Task.Run(() => new BatchRunner(s_engine).Run(options, _folder.PathOf("out"), stop.Token));
        while (!Directory.Exists(_folder.PathOf("out"))) Thread.Sleep(5);
        Thread.Sleep(200);

        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => run.GetAwaiter().GetResult());

        // and what it may be taken up again with
        Assert.Equal(["audit.jsonl"], Directory.EnumerateFileSystemEntries(_folder.PathOf("out")).Select(Path.GetFileName)
            .Where(static name => name != ".redact-work"));
    }

    [Fact]
    public void Worker_WaitingForInput_IsStopped()
    {
        using var stop = new CancellationTokenSource(300);
        using var input = new SlowStream();
        using var output = new MemoryStream();

        Assert.ThrowsAny<OperationCanceledException>(
            () => new RecordWorker(s_engine, RedactionContext.Default, []).Run(input, output, stop.Token));

        Assert.Equal("{\"a\":\"[email]\"}\n", Encoding.UTF8.GetString(output.ToArray()));
    }

    [Fact]
    public void Worker_ManyRecordsOnManyThreads_AreAnsweredInOrder()
    {
        var records = string.Concat(
            Enumerable.Range(0, 5000).Select(static i => i % 97 == 0 ? "{\n" : $"{{\"n\":{i},\"a\":\"jane@example.com\"}}\n"));
        string Answer(int threads)
        {
            using var output = new MemoryStream();
            var worker = new RecordWorker(s_engine, RedactionContext.Default, []) { Threads = threads };
            Assert.Equal(52, worker.Run(new MemoryStream(Encoding.UTF8.GetBytes(records)), output));
            Assert.Equal(5000, worker.Answered);
            return Encoding.UTF8.GetString(output.ToArray());
        }

        var one = Answer(1);

        Assert.Equal(one, Answer(8));
        Assert.Contains("{\"n\":4999,\"a\":\"[email]\"}\n", one, StringComparison.Ordinal);
    }

    /// <summary>Gives one record and then nothing, like a pipe whose writer waits.</summary>
    private sealed class SlowStream : MemoryStream
    {
        private bool _isGiven;

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_isGiven) Thread.Sleep(TimeSpan.FromMinutes(1));
            _isGiven = true;
            return Encoding.UTF8.GetBytes("{\"a\":\"jane@example.com\"}\n", buffer.AsSpan(offset));
        }
    }
}
