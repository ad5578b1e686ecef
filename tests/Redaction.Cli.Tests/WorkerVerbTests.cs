using Xunit;

namespace Redaction.Cli.Tests;

public sealed class WorkerVerbTests
{
    [Fact]
    public void Worker_Records_AnswersEachInOrder()
    {
        var run = CommandRun.Fed("{\"a\":\"jane@example.com\"}\n{\"b\":[1,\"plain\"]}\r\n{\"c\":\"joe@example.org\"}",
            CancellationToken.None, "worker");

        Assert.Equal("{\"a\":\"[email]\"}\n{\"b\":[1,\"plain\"]}\n{\"c\":\"[email]\"}\n", run.Output);
        Assert.Equal(ExitCodes.Done, run.Status);
    }

    [Fact]
    public void Worker_BadRecord_IsAnsweredWithItsErrorAndTheRestGoesOn()
    {
        var run = CommandRun.Fed("{\"a\":1}\n{\"a\":\n\n{\"a\":\"jane@example.com\"}\n", CancellationToken.None, "worker");

        Assert.Equal("{\"a\":1}\n{\"line\":2,\"error\":\"truncated\"}\n{\"line\":3,\"error\":\"malformed\"}\n{\"a\":\"[email]\"}\n",
            run.Output);
        Assert.Equal(ExitCodes.Quarantined, run.Status);
    }

    [Fact]
    public void Worker_Field_RedactsOnlyThat()
    {
        var run = CommandRun.Fed("{\"a\":\"jane@example.com\",\"b\":\"joe@example.org\"}\n", CancellationToken.None, "worker", "--field",
            "$.b");

        Assert.Equal("{\"a\":\"jane@example.com\",\"b\":\"[email]\"}\n", run.Output);
    }

    [Fact]
    public void Worker_LongRecord_IsWorkedThrough()
    {
        var filler = string.Concat(Enumerable.Repeat("plain words ", 20_000));

        var run = CommandRun.Fed($"{{\"a\":\"{filler}jane@example.com\"}}\n{{}}\n", CancellationToken.None, "worker");

        Assert.Equal($"{{\"a\":\"{filler}[email]\"}}\n{{}}\n", run.Output);
    }
}
