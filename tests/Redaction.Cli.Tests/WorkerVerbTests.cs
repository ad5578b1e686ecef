using Redaction.TestKit;
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
    public void Worker_WithAStore_WritesTokensThatAgreeAndCanBeRevealed()
    {
        const string address = "jane@example.com";
        using var folder = new TemporaryFolder();
        var (keys, policy) = (folder.PathOf("k.key"), folder.Write("p.yaml", "id: p\nrules:\n  - operator: token\n"));
        CommandRun.Of("keys", "create", keys);
        string Answer(string store)
        {
            var run = CommandRun.Fed($"{{\"a\":\"{address}\"}}\n", CancellationToken.None,
                "worker", "--policy", policy, "--keys", keys, "--store", folder.PathOf(store));
            Assert.Equal(ExitCodes.Done, run.Status);
            return run.Output;
        }

        var answer = Answer("one");

        Assert.DoesNotContain(address, answer, StringComparison.Ordinal);
        Assert.Equal(answer, Answer("two")); // a token is told by the key alone
        var grant = folder.Write("grant.json", CommandRun.Of(
            "reveal", "grant", "--keys", keys, "--id", "1", "--who", "ana", "--why", "appeal", "--entities", "email").Output);
        var shown = CommandRun.Of("reveal", "show", folder.Write("a.json", answer), "--keys", keys, "--grant", grant, "--who", "ana",
            "--log", folder.PathOf("log.jsonl"), "--store", folder.PathOf("two"));
        Assert.Equal($"{{\"a\":\"{address}\"}}\n", shown.Output);
        Assert.Equal(ExitCodes.Usage, CommandRun.Of("worker", "--seal").Status);
        Assert.Equal(ExitCodes.Usage, CommandRun.Of("worker", "--store", folder.PathOf("three")).Status);
    }

    [Fact]
    public void Worker_LongRecord_IsWorkedThrough()
    {
        var filler = string.Concat(Enumerable.Repeat("plain words ", 20_000));

        var run = CommandRun.Fed($"{{\"a\":\"{filler}jane@example.com\"}}\n{{}}\n", CancellationToken.None, "worker");

        Assert.Equal($"{{\"a\":\"{filler}[email]\"}}\n{{}}\n", run.Output);
    }
}
