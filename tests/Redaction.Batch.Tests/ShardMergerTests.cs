using System.Globalization;
using Redaction.Governance;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Batch.Tests;

public sealed class ShardMergerTests : IDisposable
{
    private static readonly RedactionEngine s_engine = new RedactionEngineBuilder().WithDetectors("patterns").Build();

    private readonly TemporaryFolder _folder = new();

    public ShardMergerTests()
    {
        for (var i = 0; i < 11; i++)
            _folder.Write($"in/{i % 3}/{i:00}.txt", string.Create(CultureInfo.InvariantCulture, $"{i} write to p{i}@example.com"));
        _folder.Write("in/jane.doe@example.com.txt", "a name that becomes a number");
        _folder.Write("in/bad.json", "{\"a\": ");
        _folder.Write("in/rows.jsonl", "{\"a\":1}\n{\"a\":\n{\"a\":\"jane@example.com\"}\n");
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(20)] // more parts than items
    public void Merge_AllShards_GivesTheBytesOfOneRun(int shards)
    {
        Run("whole", 1, 1);
        for (var i = 1; i <= shards; i++) Run($"part-{i}", i, shards);
        if (shards == 1) return; // a run that is not one of several is no shard

        var summary = new ShardMerger().Merge([.. Parts(shards).Reverse()], _folder.PathOf("out"));

        var (one, joined) = (_folder.Snapshot("whole"), _folder.Snapshot("out"));
        var logs = joined.Keys.Where(static k => k.StartsWith("logs/", StringComparison.Ordinal)).ToArray();
        Assert.Equal(shards, logs.Length);
        Assert.Equal(one.Keys, joined.Keys.Except(logs));
        foreach (var (path, content) in one.Where(static f => f.Key is not ("audit.jsonl" or "report.html")))
            Assert.True(content.AsSpan().SequenceEqual(joined[path]), path);
        Assert.Equal((13, 1, 1), (summary.Done, summary.Failed, summary.RefusedRecords.Count));
        var report = new OutputVerifier().Verify(_folder.PathOf("out"), 2);
        Assert.Empty(report.Problems);
    }

    [Fact]
    public void Merge_MissingTwiceOrForeignShard_IsRefused()
    {
        for (var i = 1; i <= 2; i++) Run($"part-{i}", i, 2);
        Run("other", 2, 3);
        Run("whole", 1, 1);
        string Path(string name) => _folder.PathOf(name);

        foreach (var folders in (string[][])
            [[Path("part-1")], [Path("part-1"), Path("part-1"), Path("part-2")], [Path("part-1"), Path("other")], [Path("whole")], []])
            Assert.Throws<ArgumentException>(() => new ShardMerger().Merge(folders, Path("out")));
    }

    [Theory]
    [InlineData("manifest.jsonl")]
    [InlineData("audit.jsonl")]
    [InlineData("0/00.txt")]
    public void Merge_ChangedShard_IsRefused(string file)
    {
        for (var i = 1; i <= 2; i++) Run($"part-{i}", i, 2);
        var path = Parts(2).Select(p => Path.Combine(p, file)).First(File.Exists);
        var bytes = File.ReadAllBytes(path);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(path, bytes);

        var e = Assert.Throws<RedactionException>(() => new ShardMerger().Merge([.. Parts(2)], _folder.PathOf("out")));

        Assert.Equal(ErrorCodes.Integrity, e.Code);
        Assert.False(File.Exists(_folder.PathOf("out/manifest.jsonl")));
    }

    [Fact]
    public void Merge_Signed_BindsTheLogsOfTheShards()
    {
        using var key = new RedactionKey([.. Enumerable.Range(0, 32).Select(static i => (byte)i)]);
        using var signer = AuditSigner.Derive(key, "");
        for (var i = 1; i <= 2; i++) Run($"part-{i}", i, 2, signer);

        new ShardMerger { Signer = signer, Moves = true }.Merge([.. Parts(2)], _folder.PathOf("out"));

        Assert.Empty(new OutputVerifier().Verify(_folder.PathOf("out"), 2, signer).Problems);
        File.AppendAllText(_folder.PathOf("out/logs/shard-00002.jsonl"), "{}\n");
        Assert.Contains(new OutputVerifier().Verify(_folder.PathOf("out"), 2, signer).Problems, static p => p.Kind == "audit");
    }

    private IEnumerable<string> Parts(int count) => Enumerable.Range(1, count).Select(i => _folder.PathOf($"part-{i}"));

    private void Run(string output, int shard, int shards, AuditSigner? signer = null) => new BatchRunner(s_engine).Run(
        new() { Inputs = [_folder.PathOf("in")], Threads = 2, Shard = shard, Shards = shards, Signer = signer }, _folder.PathOf(output));
}
