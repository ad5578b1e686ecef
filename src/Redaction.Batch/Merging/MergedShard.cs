using Redaction.Governance;

namespace Redaction.Batch;

/// <summary>The output of one shard.</summary>
internal sealed record MergedShard(string Folder, RunShard Shard)
{
    private const int Chunk = 1 << 16;

    public string Manifest => Path.Combine(Folder, Batch.Manifest.FileName);

    public string Log => Path.Combine(Folder, FolderOutput.Audit);

    /// <summary>The end of the log, which is whole and binds the manifest.</summary>
    /// <exception cref="RedactionException">It was changed, or does not.</exception>
    public AuditHead VerifiedHead(AuditSigner? signer)
    {
        if (!File.Exists(Log) || !File.Exists(Manifest)) throw Changed(FolderOutput.Audit);
        var report = AuditVerifier.VerifyFile(Log, signer);
        if (!report.IsIntact || report.Head is not { } head) throw Changed(FolderOutput.Audit);
        return ExportedManifest.DigestIn(Log) == FolderCheck.Digest(Manifest) ? head : throw Changed(Batch.Manifest.FileName);
    }

    /// <summary>Brings an output to its place.</summary>
    /// <exception cref="RedactionException">It is not the one of the manifest.</exception>
    public void Hand(ManifestFile file, string root, bool moves)
    {
        var relative = file.Source.Replace('/', Path.DirectorySeparatorChar);
        var (from, to) = (Path.Combine(Folder, relative), Path.Combine(root, relative));
        if (!File.Exists(from)) throw Changed(file.Source);
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        if (moves)
        {
            if (FolderCheck.Digest(from) != file.Released().Sha256) throw Changed(file.Source);
            File.Move(from, to);
            return;
        }
        using var output = new OutputFile(to);
        using (var input = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.Read, Chunk, FileOptions.SequentialScan))
            input.CopyTo(output.Stream, Chunk);
        if (output.Finish().Sha256 != file.Released().Sha256) throw Changed(file.Source);
        output.Release();
    }

    public static RedactionException Changed(string what) =>
        new(ErrorCodes.Integrity, "merge", $"'{what}' of a shard is not as its run wrote it: 'redact verify' says more.");
}
