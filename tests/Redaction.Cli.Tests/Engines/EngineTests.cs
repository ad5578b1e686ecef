using System.Diagnostics;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Cli.Tests;

/// <summary>The recipes on the engines that they are for, where these are installed.</summary>
public sealed class EngineTests : IDisposable
{
    private readonly EngineBed _bed = new();

    public void Dispose() => _bed.Dispose();

    [PythonFact("distributed, pandas")]
    public void Dask_OneProcessKilledMidway_GivesTheBytesOfOneWorker()
    {
        var expected = _bed.WriteRecords("in.jsonl", 3000);
        var length = new FileInfo(_bed.PathOf("in.jsonl")).Length;

        var (status, told) = _bed.Run(PythonFactAttribute.Program,
            [Harness("dask_killed.py"), _bed.PathOf("in.jsonl"), _bed.PathOf("out.jsonl"), $"{length / 3}"]);

        Assert.True(status == 0, told);
        Assert.Equal(expected, File.ReadAllBytes(_bed.PathOf("out.jsonl")));
    }

    [PythonFact("redis")]
    public void RedisStream_ConsumersKilled_LosesAndDoublesNothing()
    {
        if (!File.Exists("/usr/bin/redis-server")) return;
        var expected = _bed.WriteRecords("in.jsonl", 1200);
        var socket = _bed.PathOf("redis.sock");
        using var server = Process.Start(new ProcessStartInfo("/usr/bin/redis-server",
            ["--port", "0", "--unixsocket", socket, "--save", "", "--dir", _bed.PathOf("")])
        { RedirectStandardOutput = true })!;
        try
        {
            while (!File.Exists(socket)) Thread.Sleep(10);

            var (status, told) = _bed.Run(PythonFactAttribute.Program,
                [Harness("redis_killed.py"), socket, _bed.PathOf("in.jsonl"), _bed.PathOf("out.jsonl")]);

            Assert.True(status == 0, told);
            Assert.Equal(expected, File.ReadAllBytes(_bed.PathOf("out.jsonl")));
        }
        finally
        {
            server.Kill();
            server.WaitForExit();
        }
    }

    private static string Harness(string name) => Repository.PathOf("tests", "Redaction.Cli.Tests", "Engines", name);
}
