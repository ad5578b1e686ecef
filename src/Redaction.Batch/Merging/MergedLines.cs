using System.Collections.Immutable;

namespace Redaction.Batch;

/// <summary>The lines of the manifests of all shards in the order in which one run would have written them.</summary>
internal sealed class MergedLines(ImmutableArray<MergedShard> shards) : IDisposable
{
    private readonly List<FileStream> _files = [];

    /// <exception cref="RedactionException">A manifest has too few lines or too many.</exception>
    public IEnumerable<(byte[] Line, MergedShard Shard)> InOrder()
    {
        var lines = shards.Select(s => Open(s).GetEnumerator()).ToArray();
        for (var index = 0; index < shards[0].Shard.Items; index++)
        {
            var shard = index % lines.Length;
            if (!lines[shard].MoveNext()) throw MergedShard.Changed(Manifest.FileName);
            yield return (lines[shard].Current.ToArray(), shards[shard]);
        }
        if (lines.Any(static l => l.MoveNext())) throw MergedShard.Changed(Manifest.FileName);
    }

    public void Dispose()
    {
        foreach (var file in _files) file.Dispose();
    }

    private IEnumerable<ReadOnlyMemory<byte>> Open(MergedShard shard)
    {
        var file = new FileStream(shard.Manifest, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
        _files.Add(file);
        return Manifest.Lines(file);
    }
}
